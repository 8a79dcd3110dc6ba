import { keypointNames } from '../pose/keypoint-names.ts';
import { hampelOutliers } from '../signal/hampel.ts';
import { median } from '../signal/robust-statistics.ts';
import { distancesPx, legLengthPx } from './limb-length.ts';
import { erase, type PairedPart, paired, type RawPoints } from './raw-points.ts';
import { SpikeFinder } from './spikes.ts';

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

function rejectJumps(points: RawPoints, fps: number, leg: number): number {
  const limits = { halfWindow: Math.max(2, Math.round((windowS * fps) / 2)), deviations, floor: floorShare * leg };
  let rejected = 0;
  for (const name of keypointNames) {
    const point = points[name];
    const x = hampelOutliers(point.xPx, limits);
    const y = hampelOutliers(point.yPx, limits);
    for (let frame = 0; frame < x.length; frame++) {
      if (x[frame] === 0 && y[frame] === 0) continue;
      erase(point, frame);
      rejected++;
    }
  }
  return rejected;
}

function rejectSpikes(points: RawPoints, timesS: Float64Array, leg: number): number {
  const finder = new SpikeFinder(timesS, { ...spikes, floor: spikes.floorShare * leg });
  let rejected = 0;
  for (const name of keypointNames) {
    const point = points[name];
    const x = finder.find(point.xPx);
    const y = finder.find(point.yPx);
    for (let frame = 0; frame < x.length; frame++) {
      if (x[frame] === 0 && y[frame] === 0) continue;
      erase(point, frame);
      rejected++;
    }
  }
  return rejected;
}

function rejectStretched(points: RawPoints): number {
  let rejected = 0;
  for (const [from, to] of bones) {
    const tolerance = from === 'hip' || from === 'knee' ? boneTolerance : footTolerance;
    for (const side of ['left', 'right'] as const) {
      const outer = points[paired(side, to)];
      const lengths = distancesPx(points[paired(side, from)], outer);
      const usual = median(lengths);
      for (let frame = 0; frame < lengths.length; frame++) {
        if (!(Math.abs(lengths[frame] - usual) > tolerance * usual)) continue;
        erase(outer, frame);
        rejected++;
      }
    }
  }
  return rejected;
}

/**
 * Removes, in place, points that jump away from their neighbours in time, and leg points that stretch a bone.
 *
 * @param fps Median frames per second.
 * @returns Points removed.
 */
export function rejectOutliers(points: RawPoints, timesS: Float64Array, fps: number): number {
  const leg = legLengthPx(points);
  if (!(leg > 0)) return 0;
  return rejectSpikes(points, timesS, leg) + rejectJumps(points, fps, leg) + rejectStretched(points);
}
