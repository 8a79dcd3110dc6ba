/** Fewer common points than this say nothing of a curve. */
const leastPoints = 50;

/** Root mean square of a measured curve's error, in its unit; null where too little of it is known. */
export function curveError(measured: readonly (number | null)[], truth: readonly number[]): number | null {
  const squares = measured.flatMap((value, i) => {
    const error = (value ?? Number.NaN) - (truth[i] ?? Number.NaN);
    return Number.isNaN(error) ? [] : [error ** 2];
  });
  if (squares.length < leastPoints) return null;
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
