/** Discrete Fourier transform of real signals that are short of its size, the rest taken as zeros. */
export class FourierTransform {
  /** A power of two. */
  readonly size: number;
  /** Cosine and sine of each whole share of half a turn, in pairs. */
  readonly #turns: Float64Array;

  /** @param least Size wanted at least. */
  constructor(least: number) {
    this.size = 2 ** Math.ceil(Math.log2(Math.max(4, least)));
    this.#turns = new Float64Array(this.size);
    const quarter = this.size / 4;
    for (let k = 0; k < quarter; k++) {
      const angle = (2 * Math.PI * k) / this.size;
      this.#turns[2 * k] = Math.cos(angle);
      this.#turns[2 * k + 1] = Math.sin(angle);
      this.#turns[2 * (quarter + k)] = -this.#turns[2 * k + 1];
      this.#turns[2 * (quarter + k) + 1] = this.#turns[2 * k];
    }
  }

  /**
   * Transforms two signals, equally long, for the price of one: as the real and imaginary part of a complex signal.
   *
   * @returns Of each signal, by frequency k from 0 to the size: the sum of value i times cos(2 pi k i / size), and of the same with the sine, in pairs.
   */
  ofPair(a: Float64Array, b: Float64Array): [Float64Array, Float64Array] {
    const z = this.#inReversedOrder(a, b);
    for (let half = 1; half < this.size; half *= 2) combine(z, half, this.#turns);
    return separate(z);
  }

  /** Both signals as one, each value at the index with its own index's bits in reverse. */
  #inReversedOrder(a: Float64Array, b: Float64Array): Float64Array {
    const z = new Float64Array(2 * this.size);
    let reversed = 0;
    for (let i = 0; i < a.length; i++) {
      z[2 * reversed] = a[i];
      z[2 * reversed + 1] = b[i];
      let bit = this.size >> 1;
      for (; (reversed & bit) !== 0; bit >>= 1) reversed ^= bit;
      reversed |= bit;
    }
    return z;
  }
}

/** Makes transforms of `2 * half` values from those of their even and their odd ones (Cooley and Tukey 1965). */
function combine(z: Float64Array, half: number, turns: Float64Array): void {
  const step = turns.length / half;
  for (let k = 0; k < half; k++) {
    const cos = turns[k * step];
    const sin = turns[k * step + 1];
    for (let i = 2 * k; i < z.length; i += 4 * half) {
      const other = i + 2 * half;
      const re = z[other] * cos - z[other + 1] * sin;
      const im = z[other] * sin + z[other + 1] * cos;
      z[other] = z[i] - re;
      z[other + 1] = z[i + 1] - im;
      z[i] = z[i] + re;
      z[i + 1] = z[i + 1] + im;
    }
  }
}

/** The transforms of a complex signal's real and imaginary part: a real signal's transform is its own mirror image. */
function separate(z: Float64Array): [Float64Array, Float64Array] {
  const a = new Float64Array(z.length);
  const b = new Float64Array(z.length);
  for (let i = 0; i < z.length; i += 2) {
    const mirror = i === 0 ? 0 : z.length - i;
    a[i] = (z[i] + z[mirror]) / 2;
    a[i + 1] = (z[i + 1] - z[mirror + 1]) / 2;
    b[i] = (z[i + 1] + z[mirror + 1]) / 2;
    b[i + 1] = (z[mirror] - z[i]) / 2;
  }
  return [a, b];
}
