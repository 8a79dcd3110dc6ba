import { keypointNames } from '../pose/keypoint-names.ts';
import { hampelOutliers } from '../signal/hampel.ts';
import { median } from '../signal/robust-statistics.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { legLengthPx, setDistances } from './limb-length.ts';
import { erase, type PairedPart, paired, type RawPoint, type RawPoints } from './raw-points.ts';
import { SpikeFinder } from './spikes.ts';
import type { SeenView } from './view.ts';

/** Seconds that the running median spans, and the bounds of what it may reject (body sizes in leg lengths). */
const windowS = 0.23;
const deviations = 3;
const floorShare = 0.04;
const spikes = { deviations: 4, floorShare: 0.08, reachS: 0.15 };

/** Segments whose length hardly changes when seen from the side, and the end that is to blame when it does. */
const bones: readonly (readonly [from: PairedPart, to: PairedPart])[] = [
  ['hip', 'knee'],
  ['knee', 'ankle'],
  ['ankle', 'heel'],
  ['heel', 'toe'],
];
const boneTolerance = 0.25;
/** A foot is short, so its keypoints' noise is a large share of it. */
const footTolerance = 0.5;

/** Removes a point from every frame in which one of its coordinates is wrong; returns their number. */
function eraseAll(point: RawPoint, xFrames: readonly number[], yFrames: readonly number[]): number {
  if (xFrames.length + yFrames.length === 0) return 0;
  const frames = new Set([...xFrames, ...yFrames]);
  for (const frame of frames) erase(point, frame);
  return frames.size;
}

function rejectJumps(points: RawPoints, fps: number, leg: number): number {
  const limits = { halfWindow: Math.max(2, Math.round((windowS * fps) / 2)), deviations, floor: floorShare * leg };
  const window = new Float64Array(2 * limits.halfWindow + 1);
  let rejected = 0;
  for (const name of keypointNames) {
    const { xPx, yPx } = points[name];
    rejected += eraseAll(points[name], hampelOutliers(xPx, limits, window), hampelOutliers(yPx, limits, window));
  }
  return rejected;
}

function rejectSpikes(points: RawPoints, timesS: Float64Array, leg: number): number {
  const { deviations, floorShare, reachS } = spikes;
  const finder = new SpikeFinder(timesS, { deviations, floor: floorShare * leg, reachS });
  let rejected = 0;
  for (const name of keypointNames) {
    const { xPx, yPx } = points[name];
    rejected += eraseAll(points[name], finder.find(xPx), finder.find(yPx));
  }
  return rejected;
}

function rejectStretched(points: RawPoints): number {
  const [lengths, scratch] = sideBySide(2, points.nose.xPx.length) as [Float64Array, Float64Array];
  let rejected = 0;
  for (const [from, to] of bones) {
    const tolerance = from === 'hip' || from === 'knee' ? boneTolerance : footTolerance;
    for (const side of ['left', 'right'] as const) {
      const outer = points[paired(side, to)];
      setDistances(lengths, 0, points[paired(side, from)], outer);
      const usual = median(lengths, scratch);
      const furthest = tolerance * usual;
      for (let frame = 0; frame < lengths.length; frame++) {
        if (!(Math.abs(lengths[frame] - usual) > furthest)) continue;
        erase(outer, frame);
        rejected++;
      }
    }
  }
  return rejected;
}

/**
 * Removes, in place, points that jump away from their neighbours in time, and leg points that stretch a bone. Seen from behind or before,
 * thighs, shanks and feet come towards the camera and go, so that their length in the picture says nothing.
 *
 * @param fps Median frames per second.
 * @returns Points removed.
 */
export function rejectOutliers(points: RawPoints, timesS: Float64Array, fps: number, view: SeenView = 'side'): number {
  const leg = legLengthPx(points);
  if (!(leg > 0)) return 0;
  const jumped = rejectSpikes(points, timesS, leg) + rejectJumps(points, fps, leg);
  return view === 'side' ? jumped + rejectStretched(points) : jumped;
}
