import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { normal90, student90 } from '../signal/student-t.ts';
import { type Measured, measured, type WithheldReason, withheld } from './measured.ts';

/** Half width of a 90 % interval from a scatter-free standard uncertainty. */
export const halfWidthOf = (standardUncertainty: number): number => normal90 * standardUncertainty;

/**
 * Mean of repeated values with a 90 % interval: their scatter over the root of their number by Student's t, and what
 * stays the same in all of them (bias) in quadrature.
 *
 * @param values One per step or stride; NaN where there is none.
 * @param biasUncertainty Standard uncertainty common to all values, same unit.
 * @param least Fewer finite values than this are withheld, with `reason`.
 */
export function meanOf(
  values: ArrayLike<number>,
  biasUncertainty: number,
  least = 3,
  reason: WithheldReason = 'too_few_steps',
): Measured {
  const { mean, sd, n } = meanAndSpread(values);
  if (n < Math.max(least, 1)) return withheld(n === 0 && values.length > 0 ? 'keypoints_missing' : reason, n);
  const scatter = n < 2 ? 0 : (student90(n - 1) * sd) / Math.sqrt(n);
  return measured(mean, Math.hypot(scatter, halfWidthOf(biasUncertainty)), n);
}

/** A value worked out from another: scaled, its interval with it. */
export function scaled(source: Measured, factor: number): Measured {
  if (source.value === null || source.halfWidth === null) return source;
  return measured(source.value * factor, source.halfWidth * Math.abs(factor), source.n);
}

/** A value from two that are known independently: `combine` of both, its interval by their shares of themselves. */
export function fromShares(a: Measured, b: Measured, combine: (a: number, b: number) => number): Measured {
  if (a.value === null || a.halfWidth === null) return a;
  if (b.value === null || b.halfWidth === null) return b;
  const value = combine(a.value, b.value);
  if (!Number.isFinite(value)) return withheld('implausible', Math.min(a.n, b.n));
  const share = Math.hypot(a.halfWidth / a.value, b.halfWidth / b.value);
  return measured(value, Math.abs(value) * share, Math.min(a.n, b.n));
}
