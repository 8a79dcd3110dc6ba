import type { Crop } from '../crop.ts';

/** Where the runner was seen to be at an anchor. */
interface Anchor {
  readonly timeS: number;
  /** Null where the runner was not found. */
  readonly crop: Crop | null;
  /** Anchors of one number follow the same runner without a break. */
  readonly run: number;
}

/** How far before and after a frame anchors count, seconds; about a step each way. */
export const reachS = 0.3;
/** How far back anchors count when the next is foretold, and the spread of their weights, seconds: two steps, so that a step's own sway is not taken for a course. */
const predictionReachS = 0.6;
const predictionSpreadS = 0.3;
/** Spread of the anchors' weights over time, seconds. */
const planSpreadS = 0.2;
/** A frame further than this from any anchor with the runner has no crop, seconds. */
const farthestS = 0.2;

/**
 * Lays the crops of all frames through the anchors': centre by a line fitted in time, size and turn by their mean, each
 * anchor weighted by its nearness (local regression; Cleveland 1979). A crop that jumps makes keypoints jump, and one
 * that trails cuts off a fast runner: with anchors on both sides it does neither.
 */
export class CropPlanner {
  readonly #anchors: Anchor[] = [];
  #run = 0;

  /** Adds the next anchor in time; `isNew` when it does not continue the one before, as after the runner was lost. */
  add(timeS: number, crop: Crop | null, isNew = false): void {
    if (isNew || crop === null) this.#run++;
    this.#anchors.push({ timeS, crop, run: this.#run });
  }

  /**
   * The crop at a time, from the anchors up to `reachS` before and after; null where no runner is near. The same
   * whatever later anchors were added since.
   */
  cropAt(timeS: number): Crop | null {
    return this.#fit(timeS, reachS, planSpreadS);
  }

  #fit(timeS: number, backS: number, spreadS: number): Crop | null {
    const nearest = this.#nearest(timeS);
    if (nearest === null) return null;
    const { run, crop: reference } = nearest;
    let weights = 0;
    let lag = 0;
    let lagSquare = 0;
    let x = 0;
    let y = 0;
    let lagX = 0;
    let lagY = 0;
    let logSide = 0;
    let turn = 0;
    for (let i = this.#anchors.length - 1; i >= 0; i--) {
      const anchor = this.#anchors[i];
      const dt = anchor.timeS - timeS;
      if (dt < -backS - 1e-9) break;
      if (dt > reachS + 1e-9 || anchor.run !== run || anchor.crop === null) continue;
      const w = Math.exp(-0.5 * (dt / spreadS) ** 2);
      weights += w;
      lag += w * dt;
      lagSquare += w * dt * dt;
      x += w * anchor.crop.centreXPx;
      y += w * anchor.crop.centreYPx;
      lagX += w * dt * anchor.crop.centreXPx;
      lagY += w * dt * anchor.crop.centreYPx;
      logSide += w * Math.log(anchor.crop.sidePx);
      turn += w * shortestTurn(anchor.crop.rotationRad - reference.rotationRad);
    }
    if (weights === 0) return reference;
    const determinant = weights * lagSquare - lag * lag;
    const isLine = determinant > 1e-6 * weights * weights;
    return {
      centreXPx: isLine ? (lagSquare * x - lag * lagX) / determinant : x / weights,
      centreYPx: isLine ? (lagSquare * y - lag * lagY) / determinant : y / weights,
      sidePx: Math.exp(logSide / weights),
      rotationRad: reference.rotationRad + turn / weights,
    };
  }

  /** Where to look for the runner at the next anchor, going on as in the last ones. */
  predict(timeS: number): Crop | null {
    return this.#fit(timeS, predictionReachS, predictionSpreadS);
  }

  /** The anchor with the runner that lies nearest in time and within sight, the earlier of two. */
  #nearest(timeS: number): { readonly run: number; readonly crop: Crop } | null {
    let best: { readonly run: number; readonly crop: Crop } | null = null;
    let distanceS = farthestS;
    for (let i = this.#anchors.length - 1; i >= 0; i--) {
      const { timeS: anchorS, crop, run } = this.#anchors[i];
      if (anchorS < timeS - farthestS) break;
      const awayS = Math.abs(anchorS - timeS);
      if (crop === null || awayS > distanceS || anchorS > timeS + reachS + 1e-9) continue;
      best = { run, crop };
      distanceS = awayS;
    }
    return best;
  }
}

/** The same turn between half a turn backward and half a turn forward. */
const shortestTurn = (rotationRad: number): number =>
  rotationRad - 2 * Math.PI * Math.round(rotationRad / (2 * Math.PI));
