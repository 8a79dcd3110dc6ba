import type { SideAnalysis } from '../../../engine/analysis.ts';
import { markerCalibration } from '../../../engine/gait/network-calibration.ts';
import { measureClip } from '../../../engine/measure-clip.ts';
import { markerAngles } from '../../../engine/metrics/angle-calibration.ts';
import type { PoseSequence } from '../../../engine/pose/pose-sequence.ts';
import type { Language } from '../../../engine/score/language.ts';
import type { VideoProbe } from '../../../engine/video/video.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { ImpossibleRunnerError } from '../../../fixtures/runner/runner-error.ts';
import { createRunner, type SyntheticRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import type { ClipFacts } from '../intake/clip-facts.ts';
import { type RunnerRequest, runnerHeights, runnerOfRequest, within } from './runner-of-request.ts';

export interface FilmRequest extends RunnerRequest {
  readonly language: Language;
  readonly clip: ClipFacts;
}

/** Shares of a person's traits that are tried until the runner can run at all. */
const shares = [1, 0.5, 0.2, 0];
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

/** Synthetic keypoints lie where markers would. */
const habits = { calibration: markerCalibration, angles: markerAngles };

/** Films a synthetic runner and measures what was filmed: the code is that of a real clip, from the keypoints on. */
export function filmRunner(request: FilmRequest): SideAnalysis {
  const { clip, treadmill, paceSPerKm, language } = request;
  // A child of half a metre is measured as the smallest runner there is.
  const heightM = within(runnerHeights, request.heightM);
  const runner = personOf(request);
  const { enlargement, poses, video } = filmed(runner, request);
  const analysis = measureClip({ pose: poses, video }, { heightM, treadmill, paceSPerKm, language }, habits);
  const shrink = (px: Float64Array): Float64Array => px.map((value) => value / enlargement);
  return {
    ...analysis,
    video: { ...video, widthPx: clip.widthPx, heightPx: clip.heightPx },
    pose: { ...poses, widthPx: clip.widthPx, heightPx: clip.heightPx, xPx: shrink(poses.xPx), yPx: shrink(poses.yPx) },
  };
}

interface Film {
  /** By how much the picture is larger than the clip's. */
  readonly enlargement: number;
  readonly poses: PoseSequence;
  readonly video: VideoProbe;
}

function filmed(runner: SyntheticRunner, { clip, treadmill, personSeed }: FilmRequest): Film {
  const { fps } = clip;
  const frameCount = Math.max(clip.frameCount, Math.ceil(leastDurationS * fps));
  const durationS = frameCount / fps;
  const { heightM, speedMps } = runner.parameters;
  const bodyM = 1.38 * heightM;
  // Wide enough for the whole way when the camera stands beside a path.
  const wayM = treadmill ? 0.8 * bodyM : speedMps * durationS + bodyM;
  const fieldHeightM = Math.max(bodyM, (wayM * clip.heightPx) / clip.widthPx);
  const enlargement = Math.max(1, (leastPxPerM * fieldHeightM) / clip.heightPx);
  const [widthPx, heightPx] = [clip.widthPx * enlargement, clip.heightPx * enlargement];
  const camera = sideCamera({
    widthPx,
    heightPx,
    fieldHeightM,
    heightM: 0.55 * heightM,
    distanceM: 1.8 * fieldHeightM,
    centreXM: treadmill ? 0 : (speedMps * durationS) / 2,
  });
  const { poses } = syntheticPoses(runner, camera, {
    fps,
    durationS,
    noisePx: (noiseM * heightPx) / fieldHeightM,
    farNoiseFactor: 1.5,
    seed: personSeed,
  });
  const container = { container: clip.container, codec: 'h264', rotationDeg: 0, captureFps: null } as const;
  const flags = { variableFrameRate: false, hdr: false, interlaced: false };
  const video = { path: '', ...container, ...flags, widthPx, heightPx, durationS, frameTimesS: poses.timesS, fps };
  return { enlargement, poses, video };
}
