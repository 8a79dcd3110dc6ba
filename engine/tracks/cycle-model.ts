import type { KeypointName } from '../pose/keypoint-names.ts';
import type { AntiphasePeriod } from '../signal/antiphase-period.ts';
import { difference } from '../signal/elementwise.ts';
import { fitHarmonics } from '../signal/harmonic-fit.ts';
import { madToSd, median } from '../signal/robust-statistics.ts';
import { legLengthPx } from './limb-length.ts';
import { erase, midPoint, type PairedPart, paired, type RawPoint, type RawPoints } from './raw-points.ts';

/** Parts that follow the stride's cycle closely enough to be judged by it. */
const parts: readonly PairedPart[] = ['knee', 'ankle', 'heel', 'toe'];
const harmonics = [1, 2, 3, 4, 5];
/** A clip is steady enough when this much of the ankles' motion is rhythm, over at least this many strides. */
const leastExplained = 0.8;
const leastStrides = 4;

/** Points further off their cycle than this many robust standard deviations, and than this share of the leg, are wrong. */
const deviations = 4;
const floorShare = 0.12;

/** Longest gap that the cycle may bridge, seconds. */
const longestBridgeS = 0.3;

/** Period of a clip steady enough to judge and bridge single points by; null for every other clip. */
export function steadyPeriodS(rhythm: AntiphasePeriod | null, timesS: Float64Array): number | null {
  if (rhythm === null || rhythm.explained < leastExplained) return null;
  const durationS = timesS[timesS.length - 1] - timesS[0];
  return durationS >= leastStrides * rhythm.periodS ? rhythm.periodS : null;
}

const legNames = (): KeypointName[] => parts.flatMap((part) => [paired('left', part), paired('right', part)]);

/**
 * Removes, in place, leg points far from where the whole clip's cycle puts them: a network that merges the legs for a
 * few frames draws them smoothly, and only the other strides show that they were wrong.
 *
 * @returns Points removed.
 */
export function rejectOffCycle(points: RawPoints, timesS: Float64Array, periodS: number): number {
  const hip = midPoint(points, 'hip');
  const floor = floorShare * legLengthPx(points);
  let rejected = 0;
  for (const name of legNames()) {
    const point: RawPoint = points[name];
    const signals = [difference(point.xPx, hip.xPx), difference(point.yPx, hip.yPx)];
    const fit = fitHarmonics(timesS, signals, periodS, harmonics);
    if (fit === null) continue;
    const misses = fit.valuesAt(timesS).map((expected, k) => distance(signals[k] as Float64Array, expected));
    const limits = misses.map((miss) => Math.max(floor, deviations * madToSd * median(miss)));
    for (let frame = 0; frame < timesS.length; frame++) {
      if (!misses.some((miss, k) => miss[frame] > limits[k])) continue;
      erase(point, frame);
      rejected++;
    }
  }
  return rejected;
}

function distance(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = Math.abs(a[i] - b[i]);
  return result;
}

/** Fills one signal's gaps by a cycle, shifted to meet the samples at either end; returns the number filled. */
function bridge(timesS: Float64Array, signal: Float64Array, cycle: (timeS: number) => number): number {
  let filled = 0;
  let before = -1;
  for (let i = 0; i < signal.length; i++) {
    if (Number.isNaN(signal[i])) continue;
    const startS = timesS[before];
    const endS = timesS[i];
    if (before >= 0 && i > before + 1 && endS - startS <= longestBridgeS) {
      const startMiss = signal[before] - cycle(startS);
      const endMiss = signal[i] - cycle(endS);
      for (let k = before + 1; k < i; k++) {
        const share = (timesS[k] - startS) / (endS - startS);
        signal[k] = cycle(timesS[k]) + startMiss + share * (endMiss - startMiss);
        filled++;
      }
    }
    before = i;
  }
  return filled;
}

/**
 * Fills, in place, the leg points' gaps that are too long for a spline but short of half a stride by the clip's cycle.
 *
 * @returns Points filled.
 */
export function bridgeByCycle(points: RawPoints, timesS: Float64Array, periodS: number): number {
  const hip = midPoint(points, 'hip');
  let filled = 0;
  for (const name of legNames()) {
    const point = points[name];
    const signals = [difference(point.xPx, hip.xPx), difference(point.yPx, hip.yPx)] as const;
    const fit = fitHarmonics(timesS, signals, periodS, harmonics);
    if (fit === null) continue;
    filled += bridge(timesS, signals[0], (timeS) => fit.valueAt(0, timeS));
    bridge(timesS, signals[1], (timeS) => fit.valueAt(1, timeS));
    for (let i = 0; i < timesS.length; i++) {
      if (!Number.isNaN(point.xPx[i])) continue;
      point.xPx[i] = signals[0][i] + hip.xPx[i];
      point.yPx[i] = signals[1][i] + hip.yPx[i];
    }
  }
  return filled;
}
