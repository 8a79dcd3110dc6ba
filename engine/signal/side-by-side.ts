/** Some arrays of zeros, equally long, cut from one: asking for memory once costs no more than for one of them. */
export function sideBySide(count: number, length: number): Float64Array[] {
  const { buffer, BYTES_PER_ELEMENT } = new Float64Array(count * length);
  const arrays: Float64Array[] = [];
  for (let k = 0; k < count; k++) arrays.push(new Float64Array(buffer, k * length * BYTES_PER_ELEMENT, length));
  return arrays;
}
