/** Stands for a value whose logarithm is wanted and that is not above zero. */
const tiny = 1e-10;

/**
 * How far the top of a Gaussian lies from its highest sample, in samples, from the logarithms of that sample and its neighbours
 * (the step of DARK, Zhang et al. 2020, along one axis and without smoothing). At most half a sample; 0 where there is no top.
 */
export function gaussianOffset(before: number, peak: number, after: number): number {
  const left = Math.log(Math.max(before, tiny));
  const right = Math.log(Math.max(after, tiny));
  const curvature = left - 2 * Math.log(Math.max(peak, tiny)) + right;
  return curvature < 0 ? Math.min(0.5, Math.max(-0.5, (left - right) / (2 * curvature))) : 0;
}

/** A quarter of a sample towards the higher neighbour (Newell et al. 2016). */
export const quarterOffset = (before: number, after: number): number => 0.25 * Math.sign(after - before);

/** Index of the largest of `count` values from `start` on, `step` apart; -1 if none is a number. The first of equals. */
export function highest(values: Float32Array, start: number, count: number, step: number): number {
  let best = -1;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const value = values[start + i * step];
    if (value > bestValue) {
      best = i;
      bestValue = value;
    }
  }
  return bestValue === Number.POSITIVE_INFINITY ? -1 : best;
}
