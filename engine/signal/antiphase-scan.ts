import { type AntiphaseSamples, highestHarmonic } from './antiphase-samples.ts';
import { FourierTransform, type Spectrum } from './fourier-transform.ts';
import { HarmonicSums } from './harmonic-sums.ts';
import { median } from './robust-statistics.ts';

/**
 * What antiphase models leave at many frequencies, evenly spaced, all at once: sums of samples times cosines and sines
 * come from Fourier transforms of the samples laid on an even mesh (Press and Rybicki 1989). A sample between two places
 * of the mesh is shared by both, so that at uneven times the frequencies are told roughly.
 */
export class AntiphaseScan {
  readonly #samples: AntiphaseSamples;
  readonly #stepHz: number;
  /** Of each sample: the place of the mesh before it, and how far it lies from there on the way to the next. */
  readonly #before: Int32Array;
  readonly #share: Float64Array;
  readonly #transform: FourierTransform;
  /** Multiple of the step that is looked at first. */
  readonly #first: number;
  /** By frequency: what the even model leaves, NaN where it or the odd one is not determined. */
  readonly #evenRests: Float64Array;
  /** By the same: the odd model's factor. */
  readonly #oddFactors: Float64Array;

  /** @param widestStepHz The frequencies are at least so close. */
  constructor(samples: AntiphaseSamples, lowestHz: number, highestHz: number, widestStepHz: number) {
    const { offsetS } = samples.rows;
    const meshS = median(offsetS.subarray(1).map((offset, i) => offset - offsetS[i]));
    this.#samples = samples;
    this.#before = new Int32Array(offsetS.length);
    this.#share = new Float64Array(offsetS.length);
    for (let i = 0; i < offsetS.length; i++) {
      const place = (offsetS[i] - offsetS[0]) / meshS;
      this.#before[i] = Math.floor(place);
      this.#share[i] = place - this.#before[i];
    }
    this.#transform = new FourierTransform(1 / (widestStepHz * meshS));
    this.#stepHz = 1 / (this.#transform.size * meshS);
    this.#first = Math.floor(lowestHz / this.#stepHz);
    const count = Math.ceil(highestHz / this.#stepHz) + 1 - this.#first;
    this.#evenRests = new Float64Array(count);
    this.#oddFactors = new Float64Array(count * samples.odd.factor.length);
    this.#prepare();
  }

  #prepare(): void {
    const { odd, even, rows } = this.#samples;
    const ones = new Float64Array(rows.count).fill(1);
    const [sums, drifts] = this.#spectra([ones, rows.offsetS]) as [Spectrum, Spectrum];
    const signals = this.#spectra(this.#samples.sums);
    const harmonicSums = HarmonicSums.over(rows.offsetS, highestHarmonic);
    for (let k = 0; k < this.#evenRests.length; k++) {
      const frequency = this.#first + k;
      copyHarmonics(sums, frequency, 2 * highestHarmonic, harmonicSums.sums);
      copyHarmonics(drifts, frequency, highestHarmonic, harmonicSums.drifts);
      const isDetermined = odd.factorise(harmonicSums) && even.factorise(harmonicSums);
      this.#evenRests[k] = isDetermined ? even.residualOf(signals, frequency) : Number.NaN;
      this.#oddFactors.set(odd.factor, k * odd.factor.length);
    }
  }

  /** The frequency, hertz, at which both models leave the least of the samples as they are labelled; null when they never fit. */
  bestHz(): number | null {
    const { odd } = this.#samples;
    const size = odd.factor.length;
    const signals = this.#spectra(this.#samples.labelled);
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < this.#evenRests.length; k++) {
      for (let i = 0; i < size; i++) odd.factor[i] = this.#oddFactors[k * size + i];
      const rest = odd.residualOf(signals, this.#first + k) + this.#evenRests[k];
      if (!(rest < least)) continue;
      least = rest;
      best = (this.#first + k) * this.#stepHz;
    }
    return best;
  }

  /** By signal: sums of its values times cosine and sine of every multiple of the step. */
  #spectra(signals: readonly Float64Array[]): Spectrum[] {
    const spectra: Spectrum[] = [];
    for (let s = 0; s < signals.length; s += 2) {
      const a = this.#onMesh(signals[s] as Float64Array);
      const b = s + 1 < signals.length ? this.#onMesh(signals[s + 1] as Float64Array) : a;
      spectra.push(...this.#transform.ofPair(a, b));
    }
    return spectra;
  }

  #onMesh(values: Float64Array): Float64Array {
    const before = this.#before;
    const mesh = new Float64Array(before[before.length - 1] + 2);
    for (let i = 0; i < values.length; i++) {
      const place = before[i];
      const shared = this.#share[i] * values[i];
      mesh[place] = mesh[place] + (values[i] - shared);
      mesh[place + 1] = mesh[place + 1] + shared;
    }
    return mesh;
  }
}

/** Copies the pairs at the multiples of a frequency, as far as the highest harmonic, from a spectrum. */
function copyHarmonics(spectrum: Spectrum, frequency: number, highest: number, pairs: Float64Array): void {
  for (let h = 1; h <= highest; h++) {
    pairs[2 * h] = spectrum.cosineSum(h * frequency);
    pairs[2 * h + 1] = spectrum.sineSum(h * frequency);
  }
}
