/** Two-sided 90 % points of Student's t by degrees of freedom 1 to 10, after which the expansion below is exact enough. */
const tabulated = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];

/** Two-sided 90 % point of the normal distribution. */
export const normal90 = 1.6449;
/** The same of 99 %. */
export const normal99 = 2.5758;

/**
 * Two-sided 90 % point of Student's t.
 *
 * @param degreesOfFreedom At least 1.
 */
export function student90(degreesOfFreedom: number): number {
  const fromTable = tabulated[degreesOfFreedom - 1];
  if (fromTable !== undefined) return fromTable;
  // Cornish-Fisher expansion of t about the normal quantile (Abramowitz and Stegun 1964, 26.7.5).
  return normal90 + firstTerm / (4 * degreesOfFreedom) + secondTerm / (96 * degreesOfFreedom ** 2);
}

const firstTerm = normal90 ** 3 + normal90;
const secondTerm = 5 * normal90 ** 5 + 16 * normal90 ** 3 + 3 * normal90;
