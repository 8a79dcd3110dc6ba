/**
 * Standard normal distribution function, by the series of Marsaglia (2004, J Stat Softw 11(4)): 0.5 plus the density
 * times x + x^3/3 + x^5/(3*5) + ... until no term changes the sum. Absolute error below 1e-14.
 */
export const normalCdf = (x: number): number => {
  if (Math.abs(x) > 8) {
    return x > 0 ? 1 : 0;
  }
  let term = 1;
  let sum = 1;
  for (let k = 3, before = 0; sum !== before; k += 2) {
    before = sum;
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + x * sum * Math.exp(-0.5 * x * x) * (1 / Math.sqrt(2 * Math.PI));
};
