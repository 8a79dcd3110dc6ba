import { type KeypointName, keypointIndex, keypointNames, type Side } from '../../../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../../../engine/pose/pose-sequence.ts';
import { CubicSpline } from '../../../engine/signal/cubic-spline.ts';
import { normalAt } from '../../../fixtures/seeded-random.ts';
import { type Trial, trialParts } from './trials.ts';

/** How a trial is seen. */
export interface PhoneOptions {
  readonly fps: number;
  /** Standard deviation of each coordinate of a keypoint. */
  readonly noiseM: number;
  readonly seed: number;
  /** Time of the first frame after the trial's start. */
  readonly firstFrameS: number;
  /** No longer than this. */
  readonly durationS: number;
}

export const pxPerM = 250;

/** The trial as a phone at right angles would see it: the sagittal plane, a phone's frame rate, noise. Times count from the trial's start. */
export function filmTrial(trial: Trial, { fps, noiseM, seed, firstFrameS, durationS }: PhoneOptions): PoseSequence {
  const lastS = Math.min(firstFrameS + durationS, trial.endS - trial.startS);
  const frameCount = Math.floor((lastS - firstFrameS) * fps + 1e-9) + 1;
  const timesS = Float64Array.from({ length: frameCount }, (_, i) => firstFrameS + i / fps);
  const blank = (): Float64Array => new Float64Array(frameCount * keypointNames.length).fill(Number.NaN);
  const pose = { xPx: blank(), yPx: blank(), score: blank().fill(0) };
  for (const side of ['left', 'right'] as const satisfies readonly Side[]) {
    for (const part of trialParts) {
      const { x, y } = trial.points[`${side}_${part}`];
      const captured = Float64Array.from(x, (_, i) => i / trial.markerHz);
      const [xs, ys] = [new CubicSpline(captured, x).values(timesS), new CubicSpline(captured, y).values(timesS)];
      const index = keypointIndex[`${side}_${part}` as KeypointName];
      for (let frame = 0; frame < frameCount; frame++) {
        const element = frame * keypointNames.length + index;
        pose.xPx[element] = 400 + pxPerM * ((xs[frame] ?? 0) + noiseM * normalAt(seed, 1, element));
        pose.yPx[element] = 900 - pxPerM * ((ys[frame] ?? 0) + noiseM * normalAt(seed, 2, element));
        pose.score[element] = 1;
      }
    }
  }
  const found = new Uint8Array(frameCount).fill(1);
  return { network: 'blazepose-full', frameCount, widthPx: 1280, heightPx: 1080, timesS, found, people: null, ...pose };
}
