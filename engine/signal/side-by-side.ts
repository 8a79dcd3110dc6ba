/** Some arrays of zeros, equally long, cut from one: asking for memory once costs no more than for one of them. */
export function sideBySide(count: number, length: number): Float64Array[] {
  const whole = new Float64Array(count * length);
  const arrays = new Array<Float64Array>(count);
  for (let k = 0; k < count; k++) arrays[k] = whole.subarray(k * length, (k + 1) * length);
  return arrays;
}
