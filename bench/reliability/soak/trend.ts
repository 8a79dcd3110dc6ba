/** A straight line through values at even steps (least squares). */
export interface Trend {
  /** Change from one step to the next. */
  readonly slope: number;
  /** Half the width of its 95 % interval, by the scatter about the line; neighbours are taken to scatter alike (Santer et al. 2000). */
  readonly halfWidth: number;
}

/** Least number of values of which a trend can be told. */
export const leastOfTrend = 6;

/** @throws RangeError for fewer than `leastOfTrend` values. */
export function trendOf(values: readonly number[]): Trend {
  const count = values.length;
  if (count < leastOfTrend) throw new RangeError(`${count} values are too few for a trend`);
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let crossed = 0;
  let squared = 0;
  for (const [step, value] of values.entries()) {
    crossed += (step - middle) * (value - mean);
    squared += (step - middle) ** 2;
  }
  const slope = crossed / squared;
  const residuals = values.map((value, step) => value - mean - slope * (step - middle));
  const scatter = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  if (scatter === 0) return { slope, halfWidth: 0 };
  const lagged = residuals.slice(1).reduce((sum, residual, step) => sum + residual * residuals[step], 0);
  const persistence = Math.min(Math.max(lagged / scatter, 0), 0.9);
  // Values that follow their neighbours tell less than as many that do not.
  const effective = Math.max((count * (1 - persistence)) / (1 + persistence), leastOfTrend / 2);
  const freedom = Math.max(effective - 2, 1);
  return { slope, halfWidth: studentT95(freedom) * Math.sqrt(scatter / freedom / squared) };
}

/** The 97.5 % point of Student's t, to two percent from one degree of freedom on. */
const studentT95 = (freedom: number): number => 1.96 + 2.37 / freedom + 2.82 / freedom ** 2 + 5.55 / freedom ** 3.5;
