import { type ProgressFacts, ProgressText } from './progress-text.ts';

/** Shows how far long work is, on standard error so that standard output stays clean. */
export interface ProgressLine {
  /** @param percentage Of the whole, 0 to 100. @param label What is being done; rate and time left are added. */
  update(percentage: number, label: string, facts?: ProgressFacts): void;
  stop(): void;
}

/** What is said of the option by which long work keeps silent. */
export const quietHelp = 'show no progress';

/**
 * A bar where a person looks, lines where a log does, nothing when `quiet`.
 *
 * @param silentMs So long a log hears nothing: what runs by the clock and is soon done makes no mail.
 */
export async function progressLine(quiet: boolean, silentMs = 0): Promise<ProgressLine> {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  return process.stderr.isTTY
    ? barOnTerminal()
    : linesInLog(
        (line) => void process.stderr.write(line),
        () => performance.now(),
        silentMs,
      );
}

/** Work with its progress, which is gone when it has ended. */
export async function withProgress<T>(
  quiet: boolean,
  work: (progress: ProgressLine) => Promise<T>,
  silentMs = 0,
): Promise<T> {
  const progress = await progressLine(quiet, silentMs);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
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
  const text = new ProgressText(performance.now());
  bar.start(100, 0, { label: '' });
  return {
    update: (percentage, label, facts) =>
      bar.update(Math.round(percentage), { label: text.at(performance.now(), percentage, label, facts) }),
    stop: () => bar.stop(),
  };
}

/** Between two lines of a log at most, however slow the work is. */
const longestSilenceMs = 60_000;

/** A line at every tenth, and every minute, once `silentMs` have gone by. */
export function linesInLog(write: (line: string) => void, now: () => number, silentMs = 0): ProgressLine {
  const beganMs = now();
  const text = new ProgressText(beganMs);
  let [shown, shownAtMs] = [-10, beganMs];
  return {
    update: (percentage, label, facts) => {
      const nowMs = now();
      // Looked at each time: a rate is counted from the first time on.
      const told = text.at(nowMs, percentage, label, facts);
      if (nowMs - beganMs < silentMs) return;
      if (percentage < shown + 10 && nowMs - shownAtMs < longestSilenceMs) return;
      [shown, shownAtMs] = [Math.floor(percentage / 10) * 10, nowMs];
      write(`${String(Math.round(percentage)).padStart(3)} %  ${told}\n`);
    },
    stop: () => undefined,
  };
}
