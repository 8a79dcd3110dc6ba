import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../../engine/make-folder.ts';
import { emulateSideView } from '../../server/emulator/analyser/side-view.ts';
import { hashText } from '../../server/emulator/world/hash-text.ts';
import type { AnalysisJob, FromWorker, ToWorker } from '../../server/jobs/job-messages.ts';
import { syncDir } from '../../server/store/sync-dir.ts';

// The entry of a worker process in place of the real one: it takes as long and leaves as many files, but does not look at the clip.
if (process.send === undefined) throw new Error('emulated-analyser runs as a child process only');
const tell = (message: FromWorker): void => void process.send?.(message);

/** Shortest and longest time of an analysis, milliseconds: `EMULATED_MS=200-900`, or one number for both. */
const [shortestMs = 100, longestMs = shortestMs] = (process.env.EMULATED_MS ?? '100-500').split('-').map(Number);
/** Of a hundred analyses, how many fail with a code, and how many end their process. */
const [failing = 0, crashing = 0] = (process.env.EMULATED_FAULTS ?? '0,0').split(',').map(Number);

const steps = 12;
const fileBytes = 40_000;

const { result } = emulateSideView({
  view: 'side_view',
  fullBody: true,
  language: 'en',
  heightM: 1.75,
  treadmill: true,
  paceSPerKm: 300,
  personSeed: 1,
  gait: null,
  scenario: {},
  documentedSample: false,
  clip: { container: 'mp4', widthPx: 240, heightPx: 428, frameCount: 60, fps: 30 },
});

process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
let running = new AbortController();
process.on('message', (message: ToWorker) => {
  if (message.type === 'abort') return running.abort();
  running = new AbortController();
  return void run(message.job, running.signal);
});

async function run(job: AnalysisJob, signal: AbortSignal): Promise<void> {
  try {
    await analyze(job, signal);
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : String(error);
    tell({ type: 'failed', code: signal.aborted ? 'aborted' : null, message: '', stack });
  }
}

async function analyze(job: AnalysisJob, signal: AbortSignal): Promise<void> {
  const chance = hashText(job.videoPath) % 1000;
  const durationMs = shortestMs + ((longestMs - shortestMs) * chance) / 1000;
  makeFolder(job.mediaDir, 0o700);
  for (let step = 0; step < steps; step++) {
    await sleep(durationMs / steps, undefined, { signal });
    tell({ type: 'progress', percentage: (100 * step) / steps });
    if (step === steps / 2) await write(job.output.thumbnailPath);
  }
  if (chance % 100 < crashing) process.abort();
  if (chance % 100 < crashing + failing) {
    return tell({ type: 'failed', code: 'no_person', message: 'No person', stack: '' });
  }
  await write(job.output.videoPath);
  await write(job.frameDataPath);
  await syncDir(job.mediaDir);
  tell({ type: 'done', result });
}

async function write(path: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.write(Buffer.alloc(fileBytes, path));
    await file.sync();
  } finally {
    await file.close();
  }
}
