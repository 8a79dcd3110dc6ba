import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { middle } from '../signal/elementwise.ts';
import { median } from '../signal/robust-statistics.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';
import type { LegPath } from './leg-path.ts';
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
/** Every fourth sample of the dense path, 8 ms apart: a straight line between two of them is a millimetre off at most. */
const thinning = 4;

/** Reads the marks of one leg's stances. */
export class DrawnMarks {
  readonly #path: LegPath;
  /** Thinned, as are the indices into it. */
  readonly #timesS: Float64Array;
  readonly #bodyHeightPx: number;
  readonly #reach: number;
  readonly #ankle: Point;
  readonly #knee: Point;
  /** Up, pixels; null where feet are not seen. */
  readonly #heelUp: CubicSpline | null;
  readonly #toeUp: CubicSpline | null;

  constructor(tracks: Tracks, side: Side, path: LegPath, strideS: number) {
    const pointOf = (part: 'knee' | 'ankle'): Point => splines(tracks, tracks.points[`${side}_${part}`]);
    this.#path = path;
    this.#timesS = path.timesS.filter((_, i) => i % thinning === 0);
    this.#bodyHeightPx = tracks.bodyHeightPx;
    this.#reach = Math.round((reachShare * strideS) / (thinning * (path.timesS[1] - path.timesS[0])));
    this.#ankle = pointOf('ankle');
    this.#knee = pointOf('knee');
    this.#heelUp = tracks.hasFeet ? upOf(tracks, tracks.points[`${side}_heel`]) : null;
    this.#toeUp = tracks.hasFeet ? upOf(tracks, tracks.points[`${side}_toe`]) : null;
  }

  /** Time of a mark in one stance, seconds, between samples by linear interpolation; NaN where it is not seen. */
  timeS(stance: StanceWindow, mark: DrawnMark): number {
    if (mark.mark === 'ankle-foremost') return this.#foremost(stance);
    const window = thinned(stance);
    switch (mark.mark) {
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

  #foremost({ foremost }: StanceWindow): number {
    const { ankleAheadPx, timesS } = this.#path;
    const reach = thinning * this.#reach;
    const [from, to] = [Math.max(0, foremost - reach), Math.min(timesS.length, foremost + reach)];
    let best = from;
    for (let i = from; i < to; i++) if (ankleAheadPx[i] > ankleAheadPx[best]) best = i;
    return best > from && best < to - 1 ? timesS[best] : Number.NaN;
  }

  #descent({ foremost, rearmost }: StanceWindow, heightPx: number): number {
    const [from, to] = this.#bounds(foremost - 3 * this.#reach, rearmost + 1);
    const times = this.#timesS.subarray(from, to);
    const up = this.#ankle.up.values(times);
    const level = lowest(up.subarray(Math.max(0, foremost - this.#reach - from))) + heightPx;
    for (let i = Math.round((foremost + rearmost) / 2) - from; i > 0; i--) {
      if (up[i - 1] >= level && up[i] < level) return crossing(times, up, i, level);
    }
    return Number.NaN;
  }

  #ankleRise(window: StanceWindow, heightPx: number): number {
    const { times, from } = this.#aroundStance(window);
    const up = this.#ankle.up.values(times);
    const level = lowest(up.subarray(0, window.rearmost + 1 - from)) + heightPx;
    return firstCrossing(times, up, Math.round((window.foremost + window.rearmost) / 2) - from, level);
  }

  #footRise(window: StanceWindow, heightPx: number): number {
    if (this.#heelUp === null || this.#toeUp === null) return Number.NaN;
    const { times, from } = this.#aroundStance(window);
    const [heel, toe] = [this.#heelUp.values(times), this.#toeUp.values(times)];
    // The heel lies flat for a moment alone; the toe keeps its level through mid-stance.
    const heelLevel = lowest(heel.subarray(0, window.rearmost + 1 - from));
    const toeLevel = median(toe.subarray(window.midFrom - from, window.midTo + 1 - from));
    const rise = heel.map((height, i) => Math.min(height - heelLevel, toe[i] - toeLevel));
    return firstCrossing(times, rise, window.midTo - from, heightPx);
  }

  #lean({ foremost, rearmost }: StanceWindow, leanDeg: number): number {
    const [from, to] = this.#bounds(Math.round((foremost + rearmost) / 2), rearmost + 2 * this.#reach);
    const times = this.#timesS.subarray(from, to);
    const [kneeX, kneeUp] = [this.#knee.forward.values(times), this.#knee.up.values(times)];
    const [ankleX, ankleUp] = [this.#ankle.forward.values(times), this.#ankle.up.values(times)];
    const angle = (leanDeg * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    // The shank's length times the sine of what it leans further.
    const beyond = kneeX.map((x, i) => cos * (x - ankleX[i]) - sin * (kneeUp[i] - ankleUp[i]));
    return firstCrossing(times, beyond, 0, 0);
  }

  #aroundStance({ foremost, rearmost }: StanceWindow): { times: Float64Array; from: number } {
    const [from, to] = this.#bounds(foremost - this.#reach, rearmost + 3 * this.#reach);
    return { times: this.#timesS.subarray(from, to), from };
  }

  #bounds(from: number, to: number): [number, number] {
    return [Math.max(0, from), Math.min(this.#timesS.length, to)];
  }
}

function thinned({ foremost, rearmost, midFrom, midTo }: StanceWindow): StanceWindow {
  const thin = (index: number): number => Math.round(index / thinning);
  return { foremost: thin(foremost), rearmost: thin(rearmost), midFrom: thin(midFrom), midTo: thin(midTo) };
}

/** Forward and up, pixels. */
interface Point {
  readonly forward: CubicSpline;
  readonly up: CubicSpline;
}

const splines = (tracks: Tracks, track: Track): Point => ({
  forward: new CubicSpline(tracks.timesS, middle(track.xPx, track.xPx, tracks.facing)),
  up: upOf(tracks, track),
});

const upOf = ({ timesS }: Tracks, { yPx }: Track): CubicSpline => new CubicSpline(timesS, middle(yPx, yPx, -1));

/** Lowest of the known values. */
function lowest(values: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] < least) least = values[i];
  return least;
}

/** Time at which a series first rises through a level after an index; NaN if it does not. */
function firstCrossing(times: Float64Array, values: Float64Array, after: number, level: number): number {
  for (let i = Math.max(1, after + 1); i < values.length; i++) {
    if (values[i - 1] < level && values[i] >= level) return crossing(times, values, i, level);
  }
  return Number.NaN;
}

/** Where a series passes a level between a sample and the one before. */
function crossing(times: Float64Array, values: Float64Array, index: number, level: number): number {
  const share = (level - values[index - 1]) / (values[index] - values[index - 1]);
  return times[index - 1] + share * (times[index] - times[index - 1]);
}
