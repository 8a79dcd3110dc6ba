import { Worker } from 'node:worker_threads';
import { JobError } from './job-error.ts';
import { readRecord, sendMessage } from './pipes.ts';
import { ownArguments } from './watch-own-process.ts';

/**
 * The life of a child process: takes its job from stdin, does it, sends result or error, and ends.
 *
 * @param run Does the job. What it returns is sent as JSON.
 * @param readsStdin Whether the job itself goes on reading stdin, and so notices the parent's end without help; one
 * that reads no more sees to that itself.
 */
export async function runChild<Job>(
  run: (job: Job) => Promise<unknown>,
  readsStdin: (job: Job) => boolean = () => false,
): Promise<never> {
  const exitCode = await runJob(run, readsStdin);
  // All is said. Taking threads, networks and FFmpeg's wrappers down in order would take time and can crash.
  if (exitCode === 0) process.kill(process.pid, 'SIGKILL');
  process.exit(exitCode);
}

async function runJob<Job>(run: (job: Job) => Promise<unknown>, readsStdin: (job: Job) => boolean): Promise<number> {
  const record = readRecord();
  if (record === null) return 1;
  const job = JSON.parse(record.toString()) as Job;
  if (!readsStdin(job)) watchParent();
  try {
    sendMessage({ type: 'result', result: await run(job) });
    return 0;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    sendMessage({ type: 'error', code: error instanceof JobError ? error.code : 'decoder_failed', detail });
    return 1;
  }
}

/**
 * Native calls block this thread, so another one watches for the parent's end. It takes all that comes on stdin: nothing
 * may be read there afterwards.
 */
function watchParent(): void {
  // Unless its output is its own, the worker would turn stdout into a pipe that does not block, and frames are written blocking.
  const options = { argv: ownArguments(), stdout: true, stderr: true };
  new Worker(new URL('./parent-watch.js', import.meta.url), options).unref();
}
