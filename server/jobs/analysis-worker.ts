import { analyze } from '../../engine/analyze.ts';
import { isNoRoom } from '../../engine/errors/no-room.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { makeFolder } from '../../engine/make-folder.ts';
import { writePoses } from '../../engine/pose-file/write-poses.ts';
import { toAnalysisBodies } from '../contract/analysis-bodies.ts';
import { toFrameBodies, toFrameDataHeader } from '../contract/frame-data.ts';
import { writeDetails } from '../details/details-file.ts';
import { toDetails } from '../details/to-details.ts';
import type { AnalysisResult } from '../store/analysis-record.ts';
import { writeFrameData } from '../store/frame-data-file.ts';
import { syncDir } from '../store/sync-dir.ts';
import { syncFile } from '../store/sync-file.ts';
import type { AnalysisJob, FromWorker, ToWorker } from './job-messages.ts';

// The entry of a worker process: one analysis after another, until the server ends it or is gone itself.
if (process.send === undefined) throw new Error('analysis-worker runs as a child process only');
const tell = (message: FromWorker): void => void process.send?.(message);
listen();
process.on('disconnect', () => process.exit());
// A service manager signals every process of a service; the server says itself what its workers should do.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

function listen(): void {
  let controller = new AbortController();
  process.on('message', (message: ToWorker) => {
    if (message.type === 'abort') {
      controller.abort();
      return;
    }
    controller = new AbortController();
    void run(message.job, controller.signal);
  });
}

async function run(job: AnalysisJob, signal: AbortSignal): Promise<void> {
  try {
    const onProgress = (percentage: number): void => tell({ type: 'progress', percentage });
    tell({ type: 'done', result: await analyzeJob(job, signal, onProgress) });
  } catch (error) {
    if (isNoRoom(error)) {
      tell({ type: 'no room', message: wordsOf(error) });
      return;
    }
    tell({
      type: 'failed',
      code: error instanceof StrideError ? error.code : null,
      message: wordsOf(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    });
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function analyzeJob(
  job: AnalysisJob,
  signal: AbortSignal,
  onProgress: (percentage: number) => void,
): Promise<AnalysisResult> {
  makeFolder(job.mediaDir, 0o700);
  const { view, fullBody, heightM, treadmill, paceSPerKm, language } = job;
  const terms = { view, fullBody, heightM, treadmill, paceSPerKm, language };
  const analysis = await analyze({
    ...terms,
    videoPath: job.videoPath,
    network: job.network,
    threads: job.threads,
    output: job.output,
    signal,
    onProgress: ({ percentage }) => onProgress(percentage),
  });
  await writeFrameData(job.frameDataPath, toFrameDataHeader(analysis), toFrameBodies(analysis));
  await writeDetails(job.detailsPath, toDetails(analysis, job));
  await writePoses(job.posesPath, analysis, terms, null, 0o600);
  for (const path of [job.output.videoPath, job.output.thumbnailPath]) await syncFile(path);
  await syncDir(job.mediaDir);
  return toAnalysisBodies(analysis, language);
}
