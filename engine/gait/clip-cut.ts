import { difference } from '../signal/elementwise.ts';
import { HarmonicFitter } from '../signal/harmonic-fit.ts';
import { median } from '../signal/robust-statistics.ts';
import type { PairedPart } from '../tracks/raw-points.ts';
import type { Tracks } from '../tracks/tracks.ts';

/** Strides before and after a place that are held against each other, and how many of them must be seen. */
const reachStrides = 1.25;
const leastStrides = 0.95;
/** Turns by which the legs' phase must leap from one stride to the next before a place is looked at closely. */
const leastLeapTurns = 0.03;
/** Of what moves in the legs, the share that two rhythms of their own explain and one that runs through does not (32 clips without a cut: 0.004 at most). */
const leastGain = 0.012;
/** By so many times does the one rhythm leave more than the two (the same clips: 2). */
const leastRatio = 3;
/** Periods that are tried, as shares of the clip's own, that first: a cut has bent it by up to a tenth. */
const periodShares = Array.from({ length: 15 }, (_, i) => 1 + 0.024 * Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1));
/** Legs against each other do only odd harmonics. */
const harmonics = [1, 3];
/** Fewer samples on a side follow any rhythm. */
const leastSamples = 14;
/** Places for each stride at which a leap is looked for. */
const placesPerStride = 24;
const placesAround = 3;

const parts: readonly PairedPart[] = ['ankle', 'knee'];

/** Left less right: what the body's own way does not move. */
const legsApart = ({ points }: Tracks): Float64Array[] =>
  parts.flatMap((part) => {
    const [left, right] = [points[`left_${part}`], points[`right_${part}`]];
    return [difference(left.xPx, right.xPx), difference(left.yPx, right.yPx)];
  });

/**
 * Where something was cut out of a clip whose frames were then set side by side: the legs' rhythm leaps there, and is the same before and after. A pace that changes, a step that is missed and frames
 * that are dropped but keep the others' times bend the rhythm and do not break it.
 *
 * @returns Seconds; null where the rhythm runs through. Cuts by nearly whole or half strides leave no trace in it.
 */
export function findCutS(tracks: Tracks, strideS: number): number | null {
  const signals = legsApart(tracks);
  const stepS = strideS / placesPerStride;
  const around = (placeS: number, reach: number): number[] =>
    Array.from({ length: 2 * reach + 1 }, (_, k) => placeS + (k - reach) * stepS);
  const isCut = (timeS: number): boolean => !Number.isNaN(leftByTwo(tracks.timesS, signals, timeS, strideS));
  const cut = leapingPlacesS(tracks.timesS, signals[0] as Float64Array, strideS).filter((placeS) =>
    around(placeS, placesAround).some(isCut),
  );
  // A short clip's period is bent so far that the rhythm seems to leap beside the cut.
  let cutS: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const timeS of new Set(cut.flatMap((placeS) => around(placeS, placesPerStride)))) {
    const left = leftByTwo(tracks.timesS, signals, timeS, strideS);
    if (!(left < least)) continue;
    least = left;
    cutS = timeS;
  }
  return cutS;
}

/** Places at which the phase of one signal's fundamental is ahead or behind by most, from one stride to the next. */
function leapingPlacesS(timesS: Float64Array, signal: Float64Array, strideS: number): number[] {
  const turn = new Turning(timesS, signal, strideS);
  const firstS = turn.firstS + leastStrides * strideS;
  const lastS = turn.lastS - leastStrides * strideS;
  const placesS: number[] = [];
  for (let s = firstS; s <= lastS; s += strideS / placesPerStride) placesS.push(s);
  const leaps = placesS.map((placeS) => turn.leap(placeS));
  // A period that is a little off turns every stride by as much.
  const usual = median(leaps);
  const off = leaps.map((leap) => Math.abs(wrapped(leap - usual)));
  return placesS.filter((_, i) => {
    const here = off[i] as number;
    if (!(here >= leastLeapTurns)) return false;
    return off
      .slice(Math.max(0, i - placesPerStride / 2), i + placesPerStride / 2 + 1)
      .every((other) => !(other > here));
  });
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

/** Share of the motion about a time that two rhythms, before and after, do not explain; NaN where one that runs through is hardly worse. */
function leftByTwo(timesS: Float64Array, signals: readonly Float64Array[], timeS: number, strideS: number): number {
  const span = reachStrides * strideS;
  const within = (fromS: number, toS: number): HarmonicFitter => {
    const from = timesS.findIndex((time) => time >= fromS);
    const end = timesS.findIndex((time) => time >= toS);
    const to = end < 0 ? timesS.length : end;
    return new HarmonicFitter(
      timesS.subarray(from, to),
      signals.map((signal) => signal.subarray(from, to)),
      harmonics,
    );
  };
  const through = within(timeS - span, timeS + span);
  let one = Number.POSITIVE_INFINITY;
  for (const share of periodShares) {
    one = Math.min(one, through.residual(share * strideS));
    // Two can explain no more than all that one leaves: most places are told by the first period.
    if (one <= leastGain * through.driftSumSquares) return Number.NaN;
  }
  const before = within(timeS - span, timeS);
  const after = within(timeS, timeS + span);
  if (Math.min(before.sampleCount, after.sampleCount) < leastSamples) return Number.NaN;
  let two = Number.POSITIVE_INFINITY;
  for (const share of periodShares)
    two = Math.min(two, before.residual(share * strideS) + after.residual(share * strideS));
  const motion = through.driftSumSquares;
  return Number.isFinite(two) && one > leastRatio * two && one - two > leastGain * motion ? two / motion : Number.NaN;
}
