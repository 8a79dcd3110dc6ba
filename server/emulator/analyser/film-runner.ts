import type { Analysis } from '../../../engine/analysis.ts';
import type { PoseSequence } from '../../../engine/pose/pose-sequence.ts';
import type { Language } from '../../../engine/score/language.ts';
import type { VideoProbe } from '../../../engine/video/video.ts';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { ImpossibleRunnerError } from '../../../fixtures/runner/runner-error.ts';
import { createRunner, type SyntheticRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import type { AnalysisType } from '../../contract/schemas/start.ts';
import type { ClipFacts } from '../intake/clip-facts.ts';
import { type RunnerRequest, runnerHeights, runnerOfRequest, within } from './runner-of-request.ts';

export interface FilmRequest extends RunnerRequest {
  readonly language: Language;
  readonly clip: ClipFacts;
}

/** Shares of a person's traits that are tried until the runner can run at all. */
const shares = [1, 0.7, 0.4, 0.2, 0];
/** How well the keypoints are seen, metres at the runner. */
const noiseM = 0.004;

/** The synthetic runner of a request. @throws ImpossibleRunnerError when a scenario asks for one that cannot be. */
export function personOf(request: RunnerRequest): SyntheticRunner {
  for (const share of shares) {
    try {
      return createRunner(runnerOfRequest(request, share));
    } catch (error) {
      if (!(error instanceof ImpossibleRunnerError) || share === 0) throw error;
    }
  }
  throw new Error('unreachable: the last share either runs or throws');
}

/** A clip is taken to be at least this long, so that there are strides to measure, seconds. */
const leastDurationS = 2;
/** Pixels to a metre of the runner at least: a smaller runner is filmed larger, and drawn back to size afterwards. */
const leastPxPerM = 120;

/** A child of half a metre is measured as the smallest runner there is. */
export const filmedHeightM = ({ heightM }: FilmRequest): number => within(runnerHeights, heightM);

/** A film of a synthetic runner. */
export interface Film {
  /** By how much the picture is larger than the clip's. */
  readonly enlargement: number;
  readonly runner: SyntheticRunner;
  readonly poses: PoseSequence;
  readonly video: VideoProbe;
}

/** Films the synthetic runner of a request. */
export function filmRunner(request: FilmRequest & { readonly view: AnalysisType }): Film {
  const { clip, treadmill, personSeed, view } = request;
  const runner = personOf(request);
  const { fps } = clip;
  const frameCount = Math.max(clip.frameCount, Math.ceil(leastDurationS * fps));
  const durationS = frameCount / fps;
  const { heightM, speedMps } = runner.parameters;
  const bodyM = 1.38 * heightM;
  const fromBehind = view === 'back_view';
  // Wide enough for the whole way when the camera stands beside a path.
  const wayM = treadmill || fromBehind ? 0.8 * bodyM : speedMps * durationS + bodyM;
  const fieldHeightM = Math.max(bodyM, (wayM * clip.heightPx) / clip.widthPx);
  // Who runs away from the camera is half as large in the end.
  const leastPx = fromBehind ? 2 * leastPxPerM : leastPxPerM;
  const enlargement = Math.max(1, (leastPx * fieldHeightM) / clip.heightPx);
  const [widthPx, heightPx] = [clip.widthPx * enlargement, clip.heightPx * enlargement];
  const picture = { widthPx, heightPx, fieldHeightM, heightM: 0.55 * heightM, distanceM: 1.8 * fieldHeightM };
  const camera = fromBehind
    ? backCamera(picture)
    : sideCamera({ ...picture, centreXM: treadmill ? 0 : (speedMps * durationS) / 2 });
  const { poses } = syntheticPoses(runner, camera, {
    fps,
    durationS,
    noisePx: (noiseM * heightPx) / fieldHeightM,
    farNoiseFactor: fromBehind ? 1 : 1.5,
    seed: personSeed,
  });
  const container = { container: clip.container, codec: 'h264', rotationDeg: 0, captureFps: null } as const;
  const flags = { variableFrameRate: false, hdr: false, interlaced: false };
  const video = { path: '', ...container, ...flags, widthPx, heightPx, durationS, frameTimesS: poses.timesS, fps };
  return { enlargement, runner, poses, video };
}

/** An analysis of a film, drawn back to the size of the clip. */
export function asClip<A extends Analysis>(analysis: A, { enlargement, poses, video }: Film, { clip }: FilmRequest): A {
  const shrink = (px: Float64Array): Float64Array => px.map((value) => value / enlargement);
  return {
    ...analysis,
    video: { ...video, widthPx: clip.widthPx, heightPx: clip.heightPx },
    pose: { ...poses, widthPx: clip.widthPx, heightPx: clip.heightPx, xPx: shrink(poses.xPx), yPx: shrink(poses.yPx) },
  };
}
