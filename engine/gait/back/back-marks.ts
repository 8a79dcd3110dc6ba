import type { BackLegPath, BackPaths } from './back-paths.ts';
import type { TrunkLow } from './stance-order.ts';

/**
 * What can be seen from behind near a touchdown or a toe-off. The distance to the camera moves a foot in the picture as much as its
 * height does, so marks are taken against the hips, or where something turns:
 *
 * - `trunk-highest`: the trunk's highest place before the stance, in the flight, by the whole clip's phase fold;
 * - `leg-lowered`: the ankle sinks below the hips to a share of the body height less than its furthest in stance;
 * - `ankle-falling`: the ankle moves down the picture fastest, as the ground carries it towards the camera;
 * - `ankle-raised`, `heel-raised`: it has come nearer to the hips by a share of the body height than at its furthest in stance.
 */
export type BackMark =
  | { readonly mark: 'trunk-highest' | 'ankle-falling' }
  | { readonly mark: 'leg-lowered' | 'ankle-raised' | 'heel-raised'; readonly heightShare: number };

/** Windows around the trunk's lowest place, shares of the stride. */
const stanceFrom = -0.13;
const stanceTo = 0.27;
const loweredFrom = -0.62;
const fallingFrom = -0.21;
const fallingTo = 0.03;
const raisedTo = 0.6;

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
    const { ankleBelowHip, heelBelowHip, ankleDown } = this.#leg;
    switch (mark.mark) {
      case 'trunk-highest':
        return low.highestS;
      case 'leg-lowered':
        return this.#lowered(ankleBelowHip, low, mark.heightShare);
      case 'ankle-falling':
        return this.#turn(slopes(ankleDown), this.#at(low, fallingFrom), this.#at(low, fallingTo), 1);
      case 'ankle-raised':
        return this.#raised(ankleBelowHip, low, mark.heightShare);
      case 'heel-raised':
        return heelBelowHip === null ? Number.NaN : this.#raised(heelBelowHip, low, mark.heightShare);
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

  #lowered(below: Float64Array, low: TrunkLow, heightShare: number): number {
    const furthest = largest(below, this.#at(low, stanceFrom), this.#at(low, stanceTo), 1);
    const level = below[furthest] - heightShare;
    const first = this.#at(low, loweredFrom);
    for (let i = Math.min(furthest, this.#at(low, 0)); i > first; i--) {
      if (below[i - 1] < level && below[i] >= level) return this.#crossing(below, i, level);
    }
    return Number.NaN;
  }

  #raised(below: Float64Array, low: TrunkLow, heightShare: number): number {
    const furthest = largest(below, this.#at(low, stanceFrom), this.#at(low, stanceTo), 1);
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

/** Differences of neighbours, as steep as the series is. */
function slopes(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 1; i < values.length - 1; i++) result[i] = (values[i + 1] - values[i - 1]) / 2;
  return result;
}
