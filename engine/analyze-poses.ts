import type { Analysis, AnalysisRequest, AnalysisTerms } from './analysis.ts';
import { StrideError } from './errors/stride-error.ts';
import type { ClipReading } from './pose-file/clip-reading.ts';
import { stageProgress } from './progress.ts';
import type { VideoProbe } from './video/video.ts';
import { withinDeadline } from './within-deadline.ts';

/** What is asked of a clip whose pictures have been read before. */
export interface PosesRequest extends AnalysisTerms, Pick<AnalysisRequest, 'output' | 'deadlineMs'> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: AnalysisRequest['onProgress'] | undefined;
  /** The clip, for the annotated video and pictures that were not looked at; null to do without. */
  readonly videoPath: string | null;
}

/**
 * Does everything again that comes after the pictures. With what the first analysis was asked it gives the same numbers to the last bit.
 *
 * @throws StrideError `clip_differs` when the clip is another one, `invalid_option` for an annotated video without a clip, what
 *   `probeVideo` and `analyze` throw.
 */
export function analyzePoses(reading: ClipReading, request: PosesRequest): Promise<Analysis> {
  return withinDeadline(request, (signal) => analyzeUntil(reading, request, signal));
}

async function analyzeUntil(
  reading: ClipReading,
  request: PosesRequest,
  signal: AbortSignal | undefined,
): Promise<Analysis> {
  const { videoPath, output } = request;
  if (output !== null && videoPath === null)
    throw new StrideError('invalid_option', 'an annotated video is drawn on the clip, which was not given');
  const report = stageProgress(request.onProgress, output !== null);
  report('probe', 0);
  const video = videoPath === null ? reading.clip.video : await sameClip(videoPath, reading.clip.video, signal);
  const analysis = await measureReading({ ...reading, clip: { ...reading.clip, video } }, request, signal);
  report('metrics', 1);
  if (output !== null) {
    const { writeMedia } = await import('./overlay/write-media.ts');
    await writeMedia(analysis, output, {
      signal,
      onProgress: (fraction, frames) => report('render', fraction, frames),
    });
  }
  return analysis;
}

/** From what was read to the numbers. Pictures that were not looked at are, where the clip is there and they tell something. */
export async function measureReading(
  { clip, pictures = null, shoes = null }: Pick<ClipReading, 'clip'> & Partial<Pick<ClipReading, 'pictures' | 'shoes'>>,
  terms: AnalysisTerms,
  signal?: AbortSignal | undefined,
): Promise<Analysis> {
  if (terms.view === 'side') {
    const { lookAndMeasureClip } = await import('./measure-clip.ts');
    return lookAndMeasureClip({ ...clip, shoes }, terms, { signal });
  }
  const { readBackClip, lookAgain, measureBackClip } = await import('./measure-back-clip.ts');
  const read = readBackClip(clip, terms);
  const unseen = { pelvis: [], feet: [] };
  const seen = pictures ?? (clip.video.path === '' ? unseen : await lookAgain(clip, read, { signal }));
  return measureBackClip(clip, read, seen, terms);
}

/** What the poses say of the clip, with the path. @throws StrideError `clip_differs` or what `probeVideo` throws. */
async function sameClip(path: string, read: VideoProbe, signal: AbortSignal | undefined): Promise<VideoProbe> {
  const { probeVideo } = await import('./video/probe.ts');
  const found = await probeVideo(path, { signal });
  const isSame =
    found.widthPx === read.widthPx &&
    found.heightPx === read.heightPx &&
    found.frameTimesS.length === read.frameTimesS.length &&
    found.frameTimesS.every((timeS, frame) => Math.abs(timeS - read.frameTimesS[frame]) < 1e-3);
  if (!isSame) throw new StrideError('clip_differs', path);
  return { ...read, path: found.path };
}
