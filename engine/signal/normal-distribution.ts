/**
 * Standard normal distribution function, by the series of Marsaglia (2004, J Stat Softw 11(4)): 0.5 plus the density
 * times x + x^3/3 + x^5/(3*5) + ... Absolute error below 1e-14.
 */
export const normalCdf = (x: number): number => {
  if (Math.abs(x) > 8) {
    return x > 0 ? 1 : 0;
  }
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 && k < 1000; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x) * (1 / Math.sqrt(2 * Math.PI));
};
