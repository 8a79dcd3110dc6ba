import type { Side } from '../pose/keypoint-names.ts';
import { difference } from '../signal/elementwise.ts';
import { median } from '../signal/robust-statistics.ts';
import { paired } from '../tracks/raw-points.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { type LegPath, type Place, placeOf, upOf } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';

/**
 * What can be seen of a drawn leg near a touchdown or a toe-off, even where the standing foot is drawn too smooth to be
 * timed by its speed:
 *
 * - `ankle-foremost`: the ankle is furthest ahead of the hips (Zeni et al. 2008);
 * - `ankle-descent`: the ankle sinks through a height above the lowest that it has in stance;
 * - `ankle-rise`: the ankle has risen by a height above the lowest that it has in stance;
 * - `foot-rise`: the lower of heel and toe has risen by a height above its own level in stance; not seen where a network
 *   draws no feet;
 * - `shank-lean`: the shank has turned so far that the ankle lies this many degrees behind the knee.
 */
export type DrawnMark =
  | { readonly mark: 'ankle-foremost' }
  /** `heightShare`: of the body height. */
  | { readonly mark: 'ankle-descent' | 'ankle-rise' | 'foot-rise'; readonly heightShare: number }
  | { readonly mark: 'shank-lean'; readonly leanDeg: number };

/** Share of a stride by which a mark may lie from the foot's turning points. */
const reachShare = 0.14;
/** Every second sample of the dense path, 8 ms apart: a straight line between two of them is a millimetre off at most. */
const thinning = 2;

/** Reads the marks of one leg's stances. */
export class DrawnMarks {
  /** Thinned, as are the places below and the indices into them. */
  readonly #timesS: Float64Array;
  readonly #bodyHeightPx: number;
  readonly #reach: number;
  readonly #ankle: Point;
  /** Ankle ahead of the middle of the hips, pixels. */
  readonly #ankleAhead: Float64Array;
  readonly #knee: Point;
  /** Up, pixels; null where feet are not seen. */
  readonly #heelUp: Float64Array | null;
  readonly #toeUp: Float64Array | null;
  readonly #scratch: Float64Array;

  constructor(tracks: Tracks, side: Side, path: LegPath, strideS: number) {
    const timesS = thinnedOut(path.timesS);
    const along = ({ forwardPx, upPx }: Place): Point => ({
      forward: forwardPx.values(timesS),
      up: upPx.values(timesS),
    });
    this.#timesS = timesS;
    this.#bodyHeightPx = tracks.bodyHeightPx;
    this.#reach = Math.round((reachShare * strideS) / (thinning * (path.timesS[1] - path.timesS[0])));
    this.#ankle = along(path.ankle);
    this.#ankleAhead = thinnedOut(path.hipPx);
    difference(this.#ankle.forward, this.#ankleAhead, this.#ankleAhead);
    this.#scratch = new Float64Array(timesS.length);
    this.#knee = along(placeOf(tracks, tracks.points[paired(side, 'knee')]));
    this.#heelUp = tracks.hasFeet ? upOf(tracks, tracks.points[paired(side, 'heel')]).values(timesS) : null;
    this.#toeUp = tracks.hasFeet ? path.toe.upPx.values(timesS) : null;
  }

  /** Time of a mark in one stance, seconds, between samples by linear interpolation; NaN where it is not seen. */
  timeS(stance: StanceWindow, mark: DrawnMark): number {
    const window = thinned(stance);
    switch (mark.mark) {
      case 'ankle-foremost':
        return this.#foremost(window);
      case 'ankle-descent':
        return this.#descent(window, mark.heightShare * this.#bodyHeightPx);
      case 'ankle-rise':
        return this.#ankleRise(window, mark.heightShare * this.#bodyHeightPx);
      case 'foot-rise':
        return this.#footRise(window, mark.heightShare * this.#bodyHeightPx);
      case 'shank-lean':
        return this.#lean(window, mark.leanDeg);
    }
  }

  /** Height of the toe above its level in mid-stance at a time, as a share of the body height; NaN where it is not seen. */
  toeHeightShare(stance: StanceWindow, timeS: number): number {
    const toe = this.#toeUp;
    if (toe === null) return Number.NaN;
    const timesS = this.#timesS;
    const place = (timeS - timesS[0]) / (timesS[1] - timesS[0]);
    const index = Math.floor(place);
    if (!(index >= 0) || index + 1 >= timesS.length) return Number.NaN;
    const up = toe[index] + (place - index) * (toe[index + 1] - toe[index]);
    const { midFrom, midTo } = thinned(stance);
    return (up - median(toe.subarray(midFrom, midTo + 1), this.#scratch)) / this.#bodyHeightPx;
  }

  /** The top of the parabola through the foremost sample and its neighbours. */
  #foremost({ foremost }: StanceWindow): number {
    const ahead = this.#ankleAhead;
    const [from, to] = [Math.max(0, foremost - this.#reach), Math.min(ahead.length, foremost + this.#reach)];
    let best = from;
    for (let i = from; i < to; i++) if (ahead[i] > ahead[best]) best = i;
    if (best === from || best >= to - 1) return Number.NaN;
    const [rise, fall] = [ahead[best] - ahead[best - 1], ahead[best] - ahead[best + 1]];
    const share = rise + fall > 0 ? (rise - fall) / (2 * (rise + fall)) : 0;
    return this.#timesS[best] + share * (this.#timesS[best + 1] - this.#timesS[best]);
  }

  #descent({ foremost, rearmost }: StanceWindow, heightPx: number): number {
    const { up } = this.#ankle;
    const level = lowest(up, foremost - this.#reach, rearmost + 1) + heightPx;
    const first = Math.max(1, foremost - 3 * this.#reach + 1);
    for (let i = middleOf(foremost, rearmost); i >= first; i--) {
      if (up[i - 1] >= level && up[i] < level) return this.#crossing(i, up[i - 1] - level, up[i] - level);
    }
    return Number.NaN;
  }

  #ankleRise({ foremost, rearmost }: StanceWindow, heightPx: number): number {
    const { up } = this.#ankle;
    const level = lowest(up, foremost - this.#reach, rearmost + 1) + heightPx;
    return this.#firstRise(middleOf(foremost, rearmost), rearmost + 3 * this.#reach, (i) => up[i] - level);
  }

  #footRise({ foremost, rearmost, midFrom, midTo }: StanceWindow, heightPx: number): number {
    const [heel, toe] = [this.#heelUp, this.#toeUp];
    if (heel === null || toe === null) return Number.NaN;
    // The heel lies flat for a moment alone; the toe keeps its level through mid-stance.
    const heelLevel = lowest(heel, foremost - this.#reach, rearmost + 1) + heightPx;
    const toeLevel = median(toe.subarray(midFrom, midTo + 1), this.#scratch) + heightPx;
    const rise = (i: number): number => Math.min(heel[i] - heelLevel, toe[i] - toeLevel);
    return this.#firstRise(midTo, rearmost + 3 * this.#reach, rise);
  }

  #lean({ foremost, rearmost }: StanceWindow, leanDeg: number): number {
    const { forward: kneeX, up: kneeUp } = this.#knee;
    const { forward: ankleX, up: ankleUp } = this.#ankle;
    const angle = (leanDeg * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    // The shank's length times the sine of what it leans further.
    const beyond = (i: number): number => cos * (kneeX[i] - ankleX[i]) - sin * (kneeUp[i] - ankleUp[i]);
    return this.#firstRise(middleOf(foremost, rearmost), rearmost + 2 * this.#reach, beyond);
  }

  /** Time at which a series first rises through zero between two indices; NaN if it does not. */
  #firstRise(after: number, to: number, valueAt: (index: number) => number): number {
    const end = Math.min(this.#timesS.length, to);
    let before = valueAt(after);
    for (let i = after + 1; i < end; i++) {
      const here = valueAt(i);
      if (before < 0 && here >= 0) return this.#crossing(i, before, here);
      before = here;
    }
    return Number.NaN;
  }

  /** Where a series passes zero between a sample and the one before. */
  #crossing(index: number, before: number, here: number): number {
    const share = before / (before - here);
    return this.#timesS[index - 1] + share * (this.#timesS[index] - this.#timesS[index - 1]);
  }
}

function thinnedOut(values: Float64Array): Float64Array {
  const some = new Float64Array(Math.ceil(values.length / thinning));
  for (let i = 0; i < some.length; i++) some[i] = values[thinning * i];
  return some;
}

const middleOf = (foremost: number, rearmost: number): number => Math.round((foremost + rearmost) / 2);

function thinned({ foremost, rearmost, midFrom, midTo }: StanceWindow): StanceWindow {
  const thin = (index: number): number => Math.round(index / thinning);
  return { foremost: thin(foremost), rearmost: thin(rearmost), midFrom: thin(midFrom), midTo: thin(midTo) };
}

/** Forward and up, pixels. */
interface Point {
  readonly forward: Float64Array;
  readonly up: Float64Array;
}

/** Lowest of the known values between two indices. */
function lowest(values: Float64Array, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = Math.max(0, from); i < Math.min(values.length, to); i++) if (values[i] < least) least = values[i];
  return least;
}
