import { orderStatistic } from '../signal/robust-statistics.ts';

/** One pair of points that change labels together with the rest of their chain. */
export interface SwapPair {
  readonly left: { readonly x: Float64Array; readonly y: Float64Array };
  readonly right: { readonly x: Float64Array; readonly y: Float64Array };
}

/** Lengths are in the unit of the coordinates. */
export interface SwapCosts {
  /** Standard deviation of a constant-velocity prediction. */
  readonly sigma: number;
  /** Squared normalised errors above this count as this: one wild point must not decide. */
  readonly cap: number;
  /** Cost of changing labels between two frames, in multiples of the median frame cost. */
  readonly switchFactor: number;
  /** Cost of each frame whose labels are exchanged, in the same multiples: the network is mostly right. */
  readonly exchangeFactor: number;
}

/**
 * Finds the frames whose left and right labels are exchanged: Viterbi over (previous, present) labels, each frame's
 * points predicted at constant velocity from the two frames before (after Viterbi 1967). The predictions' costs are worked
 * out once, for as many decodings as there is other evidence to weigh.
 */
export class SwapDecoder {
  readonly #frames: number;
  readonly #costs: SwapCosts;
  /** By frame, 4 each: cost of its prediction, by 2 if labels change to the frame before, and 1 if they change to it. */
  readonly #errors: Float64Array;
  /** Median over frames of the best prediction's cost, never below a hundredth of a squared sigma. */
  readonly #typical: number;

  /** @param timesS Increasing. */
  constructor(timesS: Float64Array, pairs: readonly SwapPair[], costs: SwapCosts) {
    this.#frames = timesS.length;
    this.#costs = costs;
    this.#errors = new Float64Array(4 * timesS.length);
    const ratios = new Float64Array(timesS.length);
    for (let i = 2; i < timesS.length; i++) ratios[i] = (timesS[i] - timesS[i - 1]) / (timesS[i - 1] - timesS[i - 2]);
    for (const { left, right } of pairs) {
      addErrors(this.#errors, ratios, left.x, right.x, costs);
      addErrors(this.#errors, ratios, left.y, right.y, costs);
    }
    this.#typical = typicalCost(this.#errors);
  }

  /**
   * @param extra Further evidence in the same normalised units: by frame, cost of the labels as given and exchanged.
   * @returns 1 where the labels are to be exchanged.
   */
  decode(extra: Float64Array | null): Uint8Array {
    const frames = this.#frames;
    const swapped = new Uint8Array(frames);
    if (frames < 3) return swapped;
    const switchCost = this.#costs.switchFactor * this.#typical;
    const exchangeCost = this.#costs.exchangeFactor * this.#typical;
    const costOf = (frame: number, label: number): number =>
      label * exchangeCost + (extra === null ? 0 : extra[2 * frame + label]);
    // State 2 * previous + present.
    const score = new Float64Array(4);
    for (let state = 0; state < 4; state++) {
      const previous = state >> 1;
      const present = state & 1;
      score[state] = (previous ^ present) * switchCost + costOf(0, previous) + costOf(1, present);
    }
    const next = new Float64Array(4);
    const cameFrom = new Uint8Array(frames * 4);
    for (let frame = 2; frame < frames; frame++) {
      for (let target = 0; target < 4; target++) {
        const previous = target >> 1;
        const change = previous ^ (target & 1);
        const given = change * switchCost + costOf(frame, target & 1);
        const stayed = score[previous] + this.#errors[4 * frame + 2 * previous + change];
        const changed = score[2 + previous] + this.#errors[4 * frame + 2 * (1 - previous) + change];
        const isChanged = changed < stayed;
        next[target] = (isChanged ? changed : stayed) + given;
        cameFrom[frame * 4 + target] = isChanged ? 2 + previous : previous;
      }
      score.set(next);
    }
    let state = 0;
    for (let other = 1; other < 4; other++) if (score[other] < score[state]) state = other;
    for (let frame = frames - 1; frame >= 2; frame--) {
      swapped[frame] = state & 1;
      state = cameFrom[frame * 4 + state];
    }
    swapped[1] = state & 1;
    swapped[0] = state >> 1;
    return swapped;
  }
}

/** Adds the prediction's costs of one coordinate of both sides to those of every frame and change of labels. */
function addErrors(
  errors: Float64Array,
  ratios: Float64Array,
  left: Float64Array,
  right: Float64Array,
  { sigma, cap }: SwapCosts,
): void {
  const perSigma = 1 / (sigma * sigma);
  for (let frame = 2; frame < ratios.length; frame++) {
    const ratio = ratios[frame];
    const leftBefore = left[frame - 1];
    const rightBefore = right[frame - 1];
    // From the frame before at its velocity, and at the velocity of a label that changed.
    const leftOn = leftBefore + (leftBefore - left[frame - 2]) * ratio;
    const rightOn = rightBefore + (rightBefore - right[frame - 2]) * ratio;
    const leftFromRight = leftBefore + (leftBefore - right[frame - 2]) * ratio;
    const rightFromLeft = rightBefore + (rightBefore - left[frame - 2]) * ratio;
    const leftNow = left[frame];
    const rightNow = right[frame];
    const at = 4 * frame;
    errors[at] += capped((leftNow - leftOn) ** 2 * perSigma, cap) + capped((rightNow - rightOn) ** 2 * perSigma, cap);
    errors[at + 1] +=
      capped((rightNow - leftOn) ** 2 * perSigma, cap) + capped((leftNow - rightOn) ** 2 * perSigma, cap);
    errors[at + 2] +=
      capped((leftNow - leftFromRight) ** 2 * perSigma, cap) + capped((rightNow - rightFromLeft) ** 2 * perSigma, cap);
    errors[at + 3] +=
      capped((rightNow - leftFromRight) ** 2 * perSigma, cap) + capped((leftNow - rightFromLeft) ** 2 * perSigma, cap);
  }
}

/** A squared error, at most `cap`; nothing where a point is missing. */
export const capped = (squared: number, cap: number): number => Math.min(squared, cap) || 0;

function typicalCost(errors: Float64Array): number {
  const frames = errors.length / 4;
  const best = new Float64Array(Math.max(0, frames - 2));
  for (let frame = 2; frame < frames; frame++) {
    best[frame - 2] = Math.min(errors[4 * frame], errors[4 * frame + 1]);
  }
  return best.length === 0 ? 0.01 : Math.max(orderStatistic(best, 0.5, best), 0.01);
}
