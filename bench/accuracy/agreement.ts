import { meanAndSpread } from '../../engine/signal/mean-and-spread.ts';
import type { MeasuredAndTrue } from './metric-table.ts';

/** How some measurements agree with the truth. */
export interface Agreement {
  /** Measurements that were asked for, withheld ones among them. */
  readonly asked: number;
  readonly reported: number;
  /** Mean of measured less true. */
  readonly bias: number;
  /** Standard deviation of measured less true. */
  readonly sd: number;
  /** 95 % limits of agreement: bias +- 1.96 standard deviations (Bland and Altman 1986). */
  readonly limits: readonly [low: number, high: number];
  /** Mean half width of the 90 % intervals. */
  readonly halfWidth: number;
  /** Share of the reported intervals that hold the truth, 0 to 1. */
  readonly coverage: number;
}

const normal95 = 1.96;

/** Agreement of some measurements; NaN throughout where none was reported. */
export function agreementOf(pairs: readonly MeasuredAndTrue[]): Agreement {
  const known = pairs.flatMap(({ measured: { value, halfWidth }, truth }) =>
    value === null || halfWidth === null || !Number.isFinite(truth) ? [] : [{ error: value - truth, halfWidth }],
  );
  const { mean: bias, sd } = meanAndSpread(known.map(({ error }) => error));
  return {
    asked: pairs.filter(({ truth }) => Number.isFinite(truth)).length,
    reported: known.length,
    bias,
    sd,
    limits: [bias - normal95 * sd, bias + normal95 * sd],
    halfWidth: meanAndSpread(known.map(({ halfWidth }) => halfWidth)).mean,
    coverage: shareOf(known, ({ error, halfWidth }) => Math.abs(error) <= halfWidth),
  };
}

/** Share of some things that are so, 0 to 1; NaN of none. */
export const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;
