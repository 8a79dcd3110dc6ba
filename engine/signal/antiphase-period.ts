import { AntiphaseSamples } from './antiphase-samples.ts';
import { AntiphaseScan } from './antiphase-scan.ts';
import { knownSamples } from './known-samples.ts';
import { minimise } from './minimise.ts';

/** One coordinate of a limb's end on both sides, over the same frames. */
export interface SidePair {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** The period of a movement in which the sides do the same half a period apart. */
export interface AntiphasePeriod {
  readonly periodS: number;
  /** Share of the variance, 0 to 1, that the movement explains. */
  readonly explained: number;
}

/** Samples per second that the search for the period is content with. */
const searchHz = 25;

/** How closely the frequency is told. */
const toleranceHz = 1e-5;

/**
 * Search for the period of an alternating movement. Fitting odd harmonics to the difference of the sides and even ones to
 * their sum leaves neither half nor twice the period as a rival. Many labellings of the same sides can be tried: what
 * labels do not change is worked out once.
 */
export class AntiphaseSearch {
  readonly #full: AntiphaseSamples;
  /** Of the rough search. */
  readonly #thin: AntiphaseSamples;
  /** Null when the clip is too short or has too few samples. */
  readonly #scan: AntiphaseScan | null;
  readonly #lowestHz: number;
  readonly #stepHz: number;
  readonly #steps: number;

  /**
   * @param pairs Coordinates free of the body's own travel, such as ankle minus hip.
   * @param shortestS Shortest period looked for.
   * @param longestS Longest; cut to four fifths of the time in which the limbs are known.
   */
  constructor(timesS: Float64Array, pairs: readonly SidePair[], shortestS: number, longestS: number) {
    const sides = pairs.flatMap(({ left, right }) => [left, right]);
    const known = knownSamples(sides, timesS.length);
    // Of a runner who is gone before the clip ends, a slow rhythm through few samples would explain anything.
    const durationS = known.length < 2 ? 0 : timesS[known[known.length - 1]] - timesS[known[0]];
    const highestHz = 1 / shortestS;
    this.#lowestHz = Math.max(1 / longestS, 1.25 / durationS);
    this.#stepHz = 1 / (6 * durationS);
    this.#steps = Math.floor((highestHz - this.#lowestHz) / this.#stepHz);
    this.#full = new AntiphaseSamples(timesS, pairs, known);
    // Rough search on fewer samples: the highest harmonic asked for needs no more.
    const framesHz = (timesS.length - 1) / (timesS[timesS.length - 1] - timesS[0]);
    const every = Math.max(1, Math.floor(framesHz / searchHz));
    const isThin = (frame: number) => frame % every === 0;
    this.#thin = every === 1 ? this.#full : new AntiphaseSamples(timesS, pairs, known.filter(isThin));
    const isLongEnough = this.#lowestHz < highestHz && this.#thin.odd.isDetermined;
    this.#scan = isLongEnough ? new AntiphaseScan(this.#thin, this.#lowestHz, highestHz, this.#stepHz) : null;
  }

  /**
   * @param exchanged 1 in the frames in which the sides are to be taken the other way round.
   * @returns Null when the clip is too short or has too few samples.
   */
  find(exchanged: Uint8Array): AntiphasePeriod | null {
    this.#full.label(exchanged);
    if (this.#thin !== this.#full) this.#thin.label(exchanged);
    const scanned = this.#scan?.bestHz() ?? null;
    if (scanned === null) return null;
    const best = this.#stepNear(scanned);
    const unexplained = (hz: number) => this.#full.unexplained(hz);
    const least = minimise(unexplained, best - this.#stepHz, best + this.#stepHz, toleranceHz);
    return { periodS: 1 / least.place, explained: 1 - least.value };
  }

  /** The scan is rough: of the steps about a frequency the one that leaves least. */
  #stepNear(scannedHz: number): number {
    const nearest = Math.round((scannedHz - this.#lowestHz) / this.#stepHz);
    let best = scannedHz;
    let least = Number.POSITIVE_INFINITY;
    for (let step = Math.max(0, nearest - 1); step <= Math.min(this.#steps, nearest + 1); step++) {
      const hz = this.#lowestHz + step * this.#stepHz;
      const rest = this.#thin.unexplained(hz);
      if (!(rest < least)) continue;
      least = rest;
      best = hz;
    }
    return best;
  }
}

/** {@link AntiphaseSearch} with the sides as they are labelled. */
export const antiphasePeriod = (
  timesS: Float64Array,
  pairs: readonly SidePair[],
  shortestS: number,
  longestS: number,
): AntiphasePeriod | null =>
  new AntiphaseSearch(timesS, pairs, shortestS, longestS).find(new Uint8Array(timesS.length));
