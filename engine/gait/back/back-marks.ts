import type { BackLegPath, BackPaths } from './back-paths.ts';
import type { TrunkLow } from './stance-order.ts';

/**
 * What can be seen from behind near a touchdown or a toe-off:
 *
 * - `trunk-highest`, `trunk-highest-after`: the trunk's highest place in the flights before and after the stance, by the whole clip's phase fold;
 * - `ankle-highest`: the ankle's highest place in the picture before it sinks to the ground;
 * - `ankle-raised`: it has come nearer to the hips by a share of the body height than at its furthest as it pushes off: the distance to the
 *   camera moves a foot in the picture as much as its height does;
 * - `shank-longest`: knee and ankle are furthest apart down the picture, before the heel rises and the knee sinks forward.
 */
export type BackMark =
  | { readonly mark: 'trunk-highest' | 'trunk-highest-after' | 'ankle-highest' | 'shank-longest' }
  | { readonly mark: 'ankle-raised'; readonly heightShare: number };

/**
 * Windows about the trunk's lowest place, shares of the stride. Before it, a trunk that bounces much comes as near to the ankle as the ankle comes to
 * it at toe-off.
 */
const pushedTo = 0.27;
const highestFrom = -0.3;
const raisedTo = 0.6;
const longestFrom = -0.1;
const longestTo = 0.25;

/** Reads the marks of one leg's stances. */
export class BackMarks {
  readonly #timesS: Float64Array;
  readonly #leg: BackLegPath;
  readonly #strideS: number;

  constructor({ timesS }: BackPaths, leg: BackLegPath, strideS: number) {
    this.#timesS = timesS;
    this.#leg = leg;
    this.#strideS = strideS;
  }

  /** Time of a mark of one stance, seconds, between samples by interpolation; NaN where it is not seen. */
  timeS(low: TrunkLow, mark: BackMark): number {
    const { ankleBelowHip, ankleDown, shankDown } = this.#leg;
    switch (mark.mark) {
      case 'trunk-highest':
        return low.highestS;
      case 'trunk-highest-after':
        return low.highestAfterS;
      case 'ankle-highest':
        return this.#turn(ankleDown, this.#at(low, highestFrom), this.#at(low, 0), -1);
      case 'shank-longest':
        return this.#turn(shankDown, this.#at(low, longestFrom), this.#at(low, longestTo), 1);
      case 'ankle-raised':
        return this.#raised(ankleBelowHip, low, mark.heightShare);
    }
  }

  /** Index a share of the stride after a low, kept in the clip. */
  #at({ timeS }: TrunkLow, share: number): number {
    const timesS = this.#timesS;
    const place = (timeS + share * this.#strideS - timesS[0]) / (timesS[1] - timesS[0]);
    return Math.max(0, Math.min(timesS.length - 1, Math.round(place)));
  }

  /** Where a series is largest times `sign`: the top of the parabola through the sample and its neighbours. */
  #turn(values: Float64Array, from: number, to: number, sign: 1 | -1): number {
    const best = largest(values, from, to, sign);
    if (best <= from || best >= to) return Number.NaN;
    const rise = sign * (values[best] - values[best - 1]);
    const fall = sign * (values[best] - values[best + 1]);
    const share = rise + fall > 0 ? (rise - fall) / (2 * (rise + fall)) : 0;
    return this.#between(best, share);
  }

  #raised(below: Float64Array, low: TrunkLow, heightShare: number): number {
    const furthest = largest(below, this.#at(low, 0), this.#at(low, pushedTo), 1);
    const level = below[furthest] - heightShare;
    const last = this.#at(low, raisedTo);
    for (let i = Math.max(1, furthest); i <= last; i++) {
      if (below[i - 1] >= level && below[i] < level) return this.#crossing(below, i, level);
    }
    return Number.NaN;
  }

  #crossing(values: Float64Array, index: number, level: number): number {
    const [before, here] = [values[index - 1] - level, values[index] - level];
    return this.#between(index - 1, before / (before - here));
  }

  #between(index: number, share: number): number {
    return this.#timesS[index] + share * (this.#timesS[1] - this.#timesS[0]);
  }
}

/** Index of the largest value times `sign`; NaN values are passed over. */
function largest(values: Float64Array, from: number, to: number, sign: 1 | -1): number {
  let best = from;
  for (let i = from; i <= to; i++) if (sign * values[i] > sign * values[best] || Number.isNaN(values[best])) best = i;
  return best;
}
