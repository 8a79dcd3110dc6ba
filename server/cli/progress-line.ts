import { timeLeft } from './time-left.ts';

/** Shows how far long work is, on standard error so that standard output stays clean. */
export interface ProgressLine {
  /** @param label What is being done; how long it will still take is added. */
  update(percentage: number, label: string): void;
  stop(): void;
}

/** A bar where a person looks, a line at every tenth where a log does, nothing when `quiet`. */
export async function progressLine(quiet: boolean): Promise<ProgressLine> {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? barOnTerminal() : linesInLog();
}

async function barOnTerminal(): Promise<ProgressLine> {
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {label}',
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  const beganMs = performance.now();
  bar.start(100, 0, { label: '' });
  return {
    update: (percentage, label) =>
      bar.update(Math.round(percentage), { label: withTimeLeft(label, performance.now() - beganMs, percentage) }),
    stop: () => bar.stop(),
  };
}

function linesInLog(): ProgressLine {
  const beganMs = performance.now();
  let shown = -10;
  return {
    update: (percentage, label) => {
      if (percentage < shown + 10) return;
      shown = Math.floor(percentage / 10) * 10;
      const told = withTimeLeft(label, performance.now() - beganMs, percentage);
      process.stderr.write(`${String(Math.round(percentage)).padStart(3)} %  ${told}\n`);
    },
    stop: () => undefined,
  };
}

function withTimeLeft(label: string, elapsedMs: number, percentage: number): string {
  const left = timeLeft(elapsedMs, percentage / 100);
  return left === null ? label : `${label}, ${left} left`;
}
