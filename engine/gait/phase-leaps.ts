import { median } from '../signal/robust-statistics.ts';

/** Strides before and after a place that must be seen. */
const leastStrides = 0.95;
/** Turns by which the phase must leap before a place is looked at closely. */
const leastLeapTurns = 0.03;
/** Places for each stride at which a leap is looked for. */
export const placesPerStride = 24;

/** How much the phase of a rhythm is ahead or behind at a place, from one stride to the next. */
export interface PhaseLeap {
  readonly placeS: number;
  /** More than the clip's usual: a period that is a little off turns every stride by as much. */
  readonly turns: number;
}

/** Leaps of the phase of one signal's fundamental. */
export function phaseLeaps(timesS: Float64Array, signal: Float64Array, strideS: number): PhaseLeap[] {
  const turn = new Turning(timesS, signal, strideS);
  const firstS = turn.firstS + leastStrides * strideS;
  const lastS = turn.lastS - leastStrides * strideS;
  const placesS: number[] = [];
  for (let s = firstS; s <= lastS; s += strideS / placesPerStride) placesS.push(s);
  const leaps = placesS.map((placeS) => turn.leap(placeS));
  const usual = median(leaps);
  return placesS.map((placeS, i) => ({ placeS, turns: wrapped((leaps[i] as number) - usual) }));
}

/** Places at which the phase is ahead or behind by most. */
export function leapingPlacesS(leaps: readonly PhaseLeap[]): number[] {
  const off = leaps.map(({ turns }) => Math.abs(turns));
  const isLeaping = (_: PhaseLeap, i: number): boolean => {
    const here = off[i] as number;
    if (!(here >= leastLeapTurns)) return false;
    return off
      .slice(Math.max(0, i - placesPerStride / 2), i + placesPerStride / 2 + 1)
      .every((other) => !(other > here));
  };
  return leaps.filter(isLeaping).map(({ placeS }) => placeS);
}

/** Turns between the leap that is furthest ahead and that furthest behind: a short clip's period is bent by a cut so far that the cut is the usual. */
export function leapRange(leaps: readonly PhaseLeap[]): number {
  const turns = leaps.map((leap) => leap.turns);
  return Math.max(...turns) - Math.min(...turns);
}

const wrapped = (turns: number): number => turns - Math.round(turns);

/** A signal turned back by the stride's rhythm, summed up to each sample. */
class Turning {
  readonly firstS: number;
  readonly lastS: number;
  readonly #timesS: number[] = [];
  readonly #cos: number[] = [0];
  readonly #sin: number[] = [0];
  readonly #strideS: number;

  constructor(timesS: Float64Array, signal: Float64Array, strideS: number) {
    this.#strideS = strideS;
    for (let i = 0; i < signal.length; i++) {
      const value = signal[i];
      if (Number.isNaN(value)) continue;
      const angle = (2 * Math.PI * timesS[i]) / strideS;
      this.#cos.push((this.#cos[this.#timesS.length] as number) + value * Math.cos(angle));
      this.#sin.push((this.#sin[this.#timesS.length] as number) + value * Math.sin(angle));
      this.#timesS.push(timesS[i]);
    }
    this.firstS = this.#timesS[0] ?? 0;
    this.lastS = this.#timesS[this.#timesS.length - 1] ?? 0;
  }

  /** Turns by which the stride after a time is off the stride before. */
  leap(timeS: number): number {
    return wrapped(this.#phase(timeS, timeS + this.#strideS) - this.#phase(timeS - this.#strideS, timeS));
  }

  #phase(fromS: number, toS: number): number {
    const [from, to] = [this.#indexOf(fromS), this.#indexOf(toS)];
    const cos = (this.#cos[to] as number) - (this.#cos[from] as number);
    const sin = (this.#sin[to] as number) - (this.#sin[from] as number);
    return Math.atan2(sin, cos) / (2 * Math.PI);
  }

  /** Samples before a time. */
  #indexOf(timeS: number): number {
    let low = 0;
    let high = this.#timesS.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#timesS[middle] as number) < timeS) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
