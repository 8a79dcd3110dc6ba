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

/** Cost of a frame (0: labels as given, 1: exchanged) on top of the prediction's. */
export type ExtraCost = (frame: number, exchanged: 0 | 1) => number;

/** One coordinate of one pair: the side's own values and the other side's. */
function coordinates(pairs: readonly SwapPair[]): (readonly [Float64Array, Float64Array])[] {
  return pairs.flatMap(({ left, right }) => [[left.x, right.x] as const, [left.y, right.y] as const]);
}

/**
 * Finds the frames whose left and right labels are exchanged: Viterbi over (previous, present) labels, each frame's
 * points predicted at constant velocity from the two frames before (after Viterbi 1967).
 *
 * @param timesS Increasing.
 * @param extra Further evidence per frame, in the same normalised units.
 * @returns 1 where the labels are to be exchanged.
 */
export function decodeSwaps(
  timesS: Float64Array,
  pairs: readonly SwapPair[],
  costs: SwapCosts,
  extra: ExtraCost = () => 0,
): Uint8Array {
  const frames = timesS.length;
  const signals = coordinates(pairs);
  const perSigma = 1 / (costs.sigma * costs.sigma);

  const errorOf = (frame: number, s2: number, s1: number, s0: number): number => {
    const before = timesS[frame - 1] - timesS[frame - 2];
    const after = timesS[frame] - timesS[frame - 1];
    const ratio = after / before;
    let sum = 0;
    for (let k = 0; k < signals.length; k++) {
      const signal = signals[k] as readonly [Float64Array, Float64Array];
      for (let side = 0; side < 2; side++) {
        const older = (signal[side ^ s2] as Float64Array)[frame - 2];
        const old = (signal[side ^ s1] as Float64Array)[frame - 1];
        const now = (signal[side ^ s0] as Float64Array)[frame];
        const miss = now - old - (old - older) * ratio;
        const squared = miss * miss * perSigma;
        if (!Number.isNaN(squared)) sum += Math.min(squared, costs.cap);
      }
    }
    return sum;
  };

  const swapped = new Uint8Array(frames);
  if (frames < 3) return swapped;
  const typical = typicalCost(frames, errorOf);
  const switchCost = costs.switchFactor * typical;
  const costOf = (frame: number, label: number): number =>
    label * costs.exchangeFactor * typical + extra(frame, label as 0 | 1);
  // State 2 * previous + present.
  let score = Float64Array.from([0, 1, 2, 3], (state) => {
    const previous = state >> 1;
    const present = state & 1;
    return (previous ^ present) * switchCost + costOf(0, previous) + costOf(1, present);
  });
  const cameFrom = new Uint8Array(frames * 4);
  for (let frame = 2; frame < frames; frame++) {
    const next = new Float64Array(4).fill(Number.POSITIVE_INFINITY);
    for (let state = 0; state < 4; state++) {
      for (let present = 0; present < 2; present++) {
        const target = 2 * (state & 1) + present;
        const cost =
          score[state] +
          errorOf(frame, state >> 1, state & 1, present) +
          ((state & 1) ^ present) * switchCost +
          costOf(frame, present);
        if (cost < next[target]) {
          next[target] = cost;
          cameFrom[frame * 4 + target] = state;
        }
      }
    }
    score = next;
  }
  let state = score.indexOf(Math.min(...score));
  for (let frame = frames - 1; frame >= 2; frame--) {
    swapped[frame] = state & 1;
    state = cameFrom[frame * 4 + state];
  }
  swapped[1] = state & 1;
  swapped[0] = state >> 1;
  return swapped;
}

/** Median over frames of the best prediction's cost, never below a hundredth of a squared sigma. */
function typicalCost(frames: number, errorOf: (frame: number, s2: number, s1: number, s0: number) => number): number {
  const best = new Float64Array(frames - 2);
  for (let frame = 2; frame < frames; frame++)
    best[frame - 2] = Math.min(errorOf(frame, 0, 0, 0), errorOf(frame, 0, 0, 1));
  best.sort();
  return Math.max(best[best.length >> 1], 0.01);
}
