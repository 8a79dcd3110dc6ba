/** `a` less `b`, sample by sample. @param result Where to put it. */
export function difference(
  a: Float64Array,
  b: Float64Array,
  result: Float64Array = new Float64Array(a.length),
): Float64Array {
  for (let i = 0; i < a.length; i++) result[i] = a[i] - b[i];
  return result;
}

/** Takes `b` off `a`, sample by sample, in place. */
export function subtract(a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i] - b[i];
}

/** `a` plus `b`, sample by sample. @param result Where to put it. */
export function sum(a: Float64Array, b: Float64Array, result: Float64Array = new Float64Array(a.length)): Float64Array {
  for (let i = 0; i < a.length; i++) result[i] = a[i] + b[i];
  return result;
}

/** Mean of `a` and `b`, sample by sample, times `sign`. @param result Where to put it. */
export function middle(
  a: Float64Array,
  b: Float64Array,
  sign: 1 | -1 = 1,
  result: Float64Array = new Float64Array(a.length),
): Float64Array {
  for (let i = 0; i < a.length; i++) result[i] = (sign * (a[i] + b[i])) / 2;
  return result;
}

/** Whether a sample is missing, that is NaN. */
export function hasGap(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) return true;
  return false;
}

/** Sum of the products of two arrays' elements. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
