/** Transform of one of two real signals, worked out where it is asked for: a real signal's transform is its own mirror image, which parts it from the other's. */
export class Spectrum {
  /** Of the complex signal whose real part is one of the signals, and whose imaginary part is the other. */
  readonly #both: Float64Array;
  readonly #isImaginary: boolean;

  constructor(both: Float64Array, isImaginary: boolean) {
    this.#both = both;
    this.#isImaginary = isImaginary;
  }

  /** Sum of value i times cos(2 pi k i / size). @param k From 0 on; it repeats itself from the size on. */
  cosineSum(k: number): number {
    const both = this.#both;
    const at = (2 * k) % both.length;
    const mirror = at === 0 ? 0 : both.length - at;
    return this.#isImaginary ? (both[at + 1] + both[mirror + 1]) / 2 : (both[at] + both[mirror]) / 2;
  }

  /** The same with the sine. */
  sineSum(k: number): number {
    const both = this.#both;
    const at = (2 * k) % both.length;
    const mirror = at === 0 ? 0 : both.length - at;
    return this.#isImaginary ? (both[mirror] - both[at]) / 2 : (both[at + 1] - both[mirror + 1]) / 2;
  }
}

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
   */
  ofPair(a: Float64Array, b: Float64Array): [Spectrum, Spectrum] {
    const z = new Float64Array(2 * this.size);
    let half = layInReversedOrder(z, a, b);
    if (Math.log2(this.size / half) % 2 === 1) {
      combine(z, half, this.#turns);
      half *= 2;
    }
    for (; half < this.size; half *= 4) combineTwice(z, half, this.#turns);
    return [new Spectrum(z, false), new Spectrum(z, true)];
  }
}

/**
 * Lays both signals as one, each value at the index with its own index's bits in reverse. Beyond their end there are zeros alone, and the transform of
 * one value with zeros is that value at every frequency: so much is laid down at once.
 *
 * @returns Values of which each part is its transform already, a power of two.
 */
function layInReversedOrder(z: Float64Array, a: Float64Array, b: Float64Array): number {
  const size = z.length / 2;
  let alike = 1;
  while (2 * alike * a.length <= size) alike *= 2;
  for (let i = 0, reversed = 0; i < a.length; i++) {
    for (let k = 2 * reversed; k < 2 * (reversed + alike); k += 2) {
      z[k] = a[i];
      z[k + 1] = b[i];
    }
    let bit = size >> 1;
    for (; (reversed & bit) !== 0; bit >>= 1) reversed ^= bit;
    reversed |= bit;
  }
  return alike;
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

/** {@link combine} of `half` and then of twice that, for one way through the memory: four values at a time, `a` to `d`. */
function combineTwice(z: Float64Array, half: number, turns: Float64Array): void {
  const way = 2 * half;
  const step = turns.length / half;
  for (let k = 0; k < half; k++) {
    const cos = turns[k * step];
    const sin = turns[k * step + 1];
    const cosEven = turns[(k * step) / 2];
    const sinEven = turns[(k * step) / 2 + 1];
    const cosOdd = turns[((k + half) * step) / 2];
    const sinOdd = turns[((k + half) * step) / 2 + 1];
    for (let a = 2 * k; a < z.length; a += 4 * way) {
      const b = a + way;
      const c = b + way;
      const d = c + way;
      const bRe = z[b] * cos - z[b + 1] * sin;
      const bIm = z[b] * sin + z[b + 1] * cos;
      const dRe = z[d] * cos - z[d + 1] * sin;
      const dIm = z[d] * sin + z[d + 1] * cos;
      const cSumRe = z[c] + dRe;
      const cSumIm = z[c + 1] + dIm;
      const cLessRe = z[c] - dRe;
      const cLessIm = z[c + 1] - dIm;
      const evenRe = cSumRe * cosEven - cSumIm * sinEven;
      const evenIm = cSumRe * sinEven + cSumIm * cosEven;
      const oddRe = cLessRe * cosOdd - cLessIm * sinOdd;
      const oddIm = cLessRe * sinOdd + cLessIm * cosOdd;
      const sumRe = z[a] + bRe;
      const sumIm = z[a + 1] + bIm;
      const lessRe = z[a] - bRe;
      const lessIm = z[a + 1] - bIm;
      z[a] = sumRe + evenRe;
      z[a + 1] = sumIm + evenIm;
      z[c] = sumRe - evenRe;
      z[c + 1] = sumIm - evenIm;
      z[b] = lessRe + oddRe;
      z[b + 1] = lessIm + oddIm;
      z[d] = lessRe - oddRe;
      z[d + 1] = lessIm - oddIm;
    }
  }
}
