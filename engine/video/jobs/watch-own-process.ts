const everyMs = 250;

/**
 * Ends this process when its parent has ended, or when it holds more memory than its first argument says, in bytes. Both are seen to
 * elsewhere too where the system can; this holds everywhere. Needs the event loop of the thread that calls, and does not keep it alive.
 */
export function watchOwnProcess(): void {
  const parent = process.ppid;
  const mostBytes = Number(process.argv[2]) || Number.POSITIVE_INFINITY;
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  setInterval(() => {
    if (process.ppid !== parent || process.memoryUsage.rss() > mostBytes) end();
  }, everyMs).unref();
}

/** For a thread that watches its process: the arguments of the process, which threads do not inherit. */
export const ownArguments = (): string[] => process.argv.slice(2);
