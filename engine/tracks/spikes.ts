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
  const before = nextKnown(values, index, -1);
  const earlier = nextKnown(values, before, -1);
  const after = nextKnown(values, index, 1);
  const later = nextKnown(values, after, 1);
  if (earlier < 0 || later < 0) return Number.NaN;
  const place = timesS[index];
  const beforeS = timesS[before];
  const earlierS = timesS[earlier];
  const afterS = timesS[after];
  const laterS = timesS[later];
  if (place - earlierS > reachS || laterS - place > reachS) return Number.NaN;
  return (
    weightOf(place, beforeS, earlierS, afterS, laterS) * values[before] +
    weightOf(place, earlierS, beforeS, afterS, laterS) * values[earlier] +
    weightOf(place, afterS, beforeS, earlierS, laterS) * values[after] +
    weightOf(place, laterS, beforeS, earlierS, afterS) * values[later]
  );
}

/** Index of the first known value beyond another one; -1 where there is none, or no other one. */
function nextKnown(values: Float64Array, from: number, step: 1 | -1): number {
  if (from < 0) return -1;
  let i = from + step;
  while (i >= 0 && i < values.length && !Number.isFinite(values[i])) i += step;
  return i < values.length ? i : -1;
}

/** Weight at a place of what stands at a time, in the cubic through that and three others. */
const weightOf = (place: number, time: number, a: number, b: number, c: number): number =>
  ((place - a) / (time - a)) * ((place - b) / (time - b)) * ((place - c) / (time - c));

/** Weights of the two frames before and the two after each, nearest first, in the cubic through them; NaN when not near. */
function neighbourWeights(timesS: Float64Array, reachS: number): Float64Array {
  const weights = new Float64Array(4 * timesS.length).fill(Number.NaN);
  for (let i = 2; i < timesS.length - 2; i++) {
    const place = timesS[i];
    if (place - timesS[i - 2] > reachS || timesS[i + 2] - place > reachS) continue;
    for (let k = 0; k < 4; k++) {
      const time = timesS[i + steps[k]];
      let weight = 1;
      for (let other = 0; other < 4; other++) {
        const otherTime = timesS[i + steps[other]];
        if (other !== k) weight *= (place - otherTime) / (time - otherTime);
      }
      weights[4 * i + k] = weight;
    }
  }
  return weights;
}

/** To a frame's neighbours. */
const steps = [-1, -2, 1, 2] as const;

/**
 * Finds samples that jump away from the path of their neighbours. The worst goes first, after which its neighbours are
 * judged anew without it; in the end those that fit what is left are taken back. A fast but smooth movement is no spike.
 */
export class SpikeFinder {
  readonly #timesS: Float64Array;
  readonly #limits: SpikeLimits;
  readonly #weights: Float64Array;
  /** Of the values that are looked at. */
  readonly #misses: Float64Array;
  readonly #scratch: Float64Array;

  /** @param timesS Increasing. */
  constructor(timesS: Float64Array, limits: SpikeLimits) {
    this.#timesS = timesS;
    this.#limits = limits;
    this.#weights = neighbourWeights(timesS, limits.reachS);
    this.#misses = new Float64Array(timesS.length);
    this.#scratch = new Float64Array(timesS.length);
  }

  /**
   * @param values One per time, NaN where there is none.
   * @returns Indices of the spikes, increasing.
   */
  find(values: Float64Array): number[] {
    const misses = this.#misses;
    const { floor, deviations } = this.#limits;
    if (!(this.#judge(values) > floor)) return [];
    const limit = Math.max(floor, deviations * madToSd * median(misses, this.#scratch));
    const kept = values.slice();
    const spikes: number[] = [];
    for (let worst = largestAbove(misses, limit); worst >= 0; worst = largestAbove(misses, limit)) {
      spikes.push(worst);
      kept[worst] = Number.NaN;
      for (let i = Math.max(0, worst - 5); i <= Math.min(values.length - 1, worst + 5); i++) {
        misses[i] = this.#miss(kept[i], kept, i);
      }
    }
    // Of two bad samples side by side, good neighbours may have gone first.
    return spikes
      .sort((a, b) => a - b)
      .filter((i) => {
        const fits = this.#miss(values[i], kept, i) <= limit;
        if (fits) kept[i] = values[i];
        return !fits;
      });
  }

  /**
   * Works out how far each value lies from where the known ones around it put it; NaN where that cannot be told.
   *
   * @returns The largest of these, 0 where there is none.
   */
  #judge(values: Float64Array): number {
    const w = this.#weights;
    const misses = this.#misses;
    const end = values.length - 2;
    let largest = 0;
    for (let i = 0; i < values.length; i++) {
      let miss = Number.NaN;
      if (i >= 2 && i < end) {
        const before = w[4 * i] * values[i - 1] + w[4 * i + 1] * values[i - 2];
        miss = Math.abs(values[i] - (before + w[4 * i + 2] * values[i + 1] + w[4 * i + 3] * values[i + 2]));
      }
      // One of the five is missing, or they are not near.
      if (Number.isNaN(miss)) miss = this.#miss(values[i], values, i);
      misses[i] = miss;
      if (miss > largest) largest = miss;
    }
    return largest;
  }

  #miss(value: number, kept: Float64Array, i: number): number {
    return Number.isNaN(value) ? Number.NaN : Math.abs(value - expected(this.#timesS, kept, i, this.#limits.reachS));
  }
}

/** Index of the largest value above a limit, the first of equals; -1 when there is none. */
function largestAbove(values: Float64Array, limit: number): number {
  let largest = -1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] > limit && !(largest >= 0 && values[i] <= values[largest])) largest = i;
  }
  return largest;
}
