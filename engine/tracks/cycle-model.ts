import type { KeypointName } from '../pose/keypoint-names.ts';
import type { AntiphasePeriod } from '../signal/antiphase-period.ts';
import { CycleFits } from '../signal/cycle-fits.ts';
import { difference, hasGap } from '../signal/elementwise.ts';
import { knownSpanS } from '../signal/known-samples.ts';
import { madToSd, median } from '../signal/robust-statistics.ts';
import { sideBySide } from '../signal/side-by-side.ts';
import { bridge, canBridge } from './bridge-gaps.ts';
import { erase, midPoint, type PairedPart, paired, type RawPoints } from './raw-points.ts';

/** Parts that follow the stride's cycle closely enough to be judged by it. */
const parts: readonly PairedPart[] = ['knee', 'ankle', 'heel', 'toe'];
const harmonics = [1, 2, 3, 4, 5];
/** A clip is steady enough when this much of the ankles' motion is rhythm, over at least this many strides in which the legs are seen. */
const leastExplained = 0.8;
const leastStrides = 4;

/** Points further off their cycle than this many robust standard deviations, and than this share of the leg, are wrong. */
const deviations = 4;
const floorShare = 0.12;

/** Period of a clip steady enough to judge and bridge single points by; null for every other clip. */
export function steadyPeriodS(rhythm: AntiphasePeriod | null, points: RawPoints, timesS: Float64Array): number | null {
  if (rhythm === null || rhythm.explained < leastExplained) return null;
  const seenS = knownSpanS(timesS, [points.left_ankle.xPx, points.right_ankle.xPx]);
  return seenS >= leastStrides * rhythm.periodS ? rhythm.periodS : null;
}

const legNames: readonly KeypointName[] = parts.flatMap((part) => [paired('left', part), paired('right', part)]);

/** The leg's points against the cycle that they follow over the whole clip. */
export class CycleModel {
  readonly #timesS: Float64Array;
  readonly #fits: CycleFits;

  constructor(timesS: Float64Array, periodS: number) {
    this.#timesS = timesS;
    this.#fits = new CycleFits(timesS, periodS, harmonics);
  }

  /**
   * Removes, in place, leg points far from where the whole clip's cycle puts them: a network that merges the legs for a
   * few frames draws them smoothly, and only the other strides show that they were wrong.
   *
   * @param leg Its length, pixels.
   * @returns Points removed.
   */
  rejectOffCycle(points: RawPoints, leg: number): number {
    const hip = midPoint(points, 'hip');
    const floor = floorShare * leg;
    const [x, y, expectedX, expectedY] = sideBySide(4, hip.xPx.length) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let rejected = 0;
    for (const name of legNames) {
      const point = points[name];
      difference(point.xPx, hip.xPx, x);
      difference(point.yPx, hip.yPx, y);
      if (this.#fits.expected([x, y], [expectedX, expectedY]) === null) continue;
      const isNearX = takeDistance(x, expectedX) <= floor;
      const isNearY = takeDistance(y, expectedY) <= floor;
      if (isNearX && isNearY) continue;
      const limitX = Math.max(floor, deviations * madToSd * median(x, expectedX));
      const limitY = Math.max(floor, deviations * madToSd * median(y, expectedY));
      for (let frame = 0; frame < x.length; frame++) {
        if (!(x[frame] > limitX || y[frame] > limitY)) continue;
        erase(point, frame);
        rejected++;
      }
    }
    return rejected;
  }

  /**
   * Fills, in place, the leg points' gaps that are too long for a spline but short of half a stride by the clip's cycle.
   *
   * @returns Points filled.
   */
  bridge(points: RawPoints): number {
    const hip = midPoint(points, 'hip');
    let filled = 0;
    for (const name of legNames) {
      const point = points[name];
      if (![point.xPx, point.yPx, hip.xPx, hip.yPx].some(hasGap)) continue;
      const signals = [difference(point.xPx, hip.xPx), difference(point.yPx, hip.yPx)] as const;
      if (!canBridge(this.#timesS, signals[0]) && !canBridge(this.#timesS, signals[1])) continue;
      const expected = this.#fits.expected(signals);
      if (expected === null) continue;
      bridge(this.#timesS, signals[0], expected[0] as Float64Array);
      bridge(this.#timesS, signals[1], expected[1] as Float64Array);
      for (let i = 0; i < point.xPx.length; i++) {
        if (!Number.isNaN(point.xPx[i])) continue;
        point.xPx[i] = signals[0][i] + hip.xPx[i];
        point.yPx[i] = signals[1][i] + hip.yPx[i];
        if (Number.isFinite(point.xPx[i])) filled++;
      }
    }
    return filled;
  }
}

/** Turns values into their distances from others. @returns The largest that is known, 0 where none is. */
function takeDistance(values: Float64Array, others: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = Math.abs(values[i] - others[i]);
    if (distance > largest) largest = distance;
    values[i] = distance;
  }
  return largest;
}
