/** Slope of the straight line through points by least squares; NaN with fewer than two different `x` or any point unknown. */
export function leastSquaresSlope(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const count = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < count; i++) {
    meanX += x[i] / count;
    meanY += y[i] / count;
  }
  let squares = 0;
  let products = 0;
  for (let i = 0; i < count; i++) {
    squares += (x[i] - meanX) ** 2;
    products += (x[i] - meanX) * (y[i] - meanY);
  }
  return squares > 0 ? products / squares : Number.NaN;
}
