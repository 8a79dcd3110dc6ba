import { progressLine } from '../server/cli/progress-line.ts';
import { clipsAccuracySection } from './accuracy/clips/clips-section.ts';

/** Whole clips through the whole pipeline, with every network, beside what is known of them; printed, not written to a page. */
export async function clipsBench(): Promise<void> {
  const progress = progressLine(false);
  const section = await clipsAccuracySection(progress);
  progress.stop();
  process.stdout.write(`${section}\n`);
}
