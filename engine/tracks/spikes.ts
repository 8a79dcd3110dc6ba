import { madToSd, median } from '../signal/robust-statistics.ts';

/** How far a sample may lie from where its neighbours put it. */
export interface SpikeLimits {
  /** Multiples of the robust standard deviation of all samples' misses. */
  readonly deviations: number;
  /** Misses below this, in the samples' unit, are never spikes. */
  readonly floor: number;
  /** Neighbours further away than this, seconds, say nothing. */
  readonly reachS: number;
}

/** Where the two known samples before and the two after put a sample, by a cubic through them; NaN when they are not near. */
function expected(timesS: Float64Array, values: Float64Array, index: number, reachS: number): number {
  const around: number[] = [];
  for (let i = index - 1; i >= 0 && around.length < 2; i--) if (Number.isFinite(values[i])) around.push(i);
  const before = around.length;
  for (let i = index + 1; i < values.length && around.length < before + 2; i++) {
    if (Number.isFinite(values[i])) around.push(i);
  }
  const place = timesS[index];
  if (around.length < 4 || around.some((i) => Math.abs(timesS[i] - place) > reachS)) return Number.NaN;
  let sum = 0;
  for (const i of around) {
    let weight = 1;
    for (const k of around) {
      if (k !== i) weight *= (place - timesS[k]) / (timesS[i] - timesS[k]);
    }
    sum += weight * values[i];
  }
  return sum;
}

/**
 * Finds samples that jump away from the path of their neighbours. The worst goes first, after which its neighbours are
 * judged anew without it; in the end those that fit what is left are taken back. A fast but smooth movement is no spike.
 *
 * @param timesS Increasing.
 * @param values NaN where there is none.
 * @returns 1 at each spike.
 */
export function findSpikes(timesS: Float64Array, values: Float64Array, limits: SpikeLimits): Uint8Array {
  const spikes = new Uint8Array(values.length);
  const kept = values.slice();
  const missAt = (i: number): number =>
    Number.isNaN(kept[i]) ? Number.NaN : Math.abs(kept[i] - expected(timesS, kept, i, limits.reachS));
  const misses = kept.map((_, i) => missAt(i));
  const limit = Math.max(limits.floor, limits.deviations * madToSd * median(misses));
  for (let rejected = 0; rejected < values.length; rejected++) {
    let worst = -1;
    for (let i = 0; i < misses.length; i++) {
      if (misses[i] > limit && !(worst >= 0 && misses[i] <= misses[worst])) worst = i;
    }
    if (worst < 0) break;
    spikes[worst] = 1;
    kept[worst] = Number.NaN;
    for (let i = Math.max(0, worst - 5); i <= Math.min(values.length - 1, worst + 5); i++) misses[i] = missAt(i);
  }
  // Of two bad samples side by side, good neighbours may have gone first.
  for (let i = 0; i < values.length; i++) {
    if (spikes[i] === 0) continue;
    const miss = Math.abs(values[i] - expected(timesS, kept, i, limits.reachS));
    if (!(miss <= limit)) continue;
    kept[i] = values[i];
    spikes[i] = 0;
  }
  return spikes;
}
