/** Percent below which the most probable style is called close. */
const clearPercentage = 70;

/**
 * The style that is nearly as probable as the most probable; null where that one stands clear.
 *
 * @param styles Most probable first.
 */
export const runnerUp = <Style extends { readonly percentage: number }>([
  best,
  other,
]: readonly Style[]): Style | null =>
  best === undefined || other === undefined || best.percentage >= clearPercentage ? null : other;
