/**
 * Widens IEEE 754 half-precision numbers to single precision. Exact: every half is also a single-precision number.
 *
 * @param bytes Little-endian, two per number, at any alignment.
 */
export function widenHalfs(bytes: Uint8Array): Float32Array {
  const halfs = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float32Array(bytes.byteLength >> 1);
  const bits = new Uint32Array(numbers.buffer);
  for (let index = 0; index < numbers.length; index++) {
    const half = halfs.getUint16(index * 2, true);
    const sign = (half & 0x8000) << 16;
    const exponent = (half >> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) {
      numbers[index] = (sign === 0 ? fraction : -fraction) * 2 ** -24;
    } else {
      // Infinity and NaN keep an exponent of all ones; the others move from a bias of 15 to one of 127.
      const widened = exponent === 31 ? 255 : exponent + 112;
      bits[index] = sign | (widened << 23) | (fraction << 13);
    }
  }
  return numbers;
}
