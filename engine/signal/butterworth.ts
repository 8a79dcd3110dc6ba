/** Coefficients of a second-order recursive low-pass: y = a0 x + a1 x1 + a2 x2 + b1 y1 + b2 y2. */
interface SecondOrder {
  readonly a0: number;
  readonly a1: number;
  readonly a2: number;
  readonly b1: number;
  readonly b2: number;
}

/** Two passes of a second-order Butterworth lower the -3 dB point by this factor: (sqrt(2) - 1) ^ (1/4). */
const twoPassFactor = (Math.SQRT2 - 1) ** 0.25;

/** Second-order Butterworth by the bilinear transform (Winter 2009, 3.4.4). */
function design(cutOffHz: number, sampleHz: number): SecondOrder {
  const corner = Math.tan((Math.PI * cutOffHz) / sampleHz) / twoPassFactor;
  const k1 = Math.SQRT2 * corner;
  const k2 = corner * corner;
  const a0 = k2 / (1 + k1 + k2);
  const b1 = 2 * a0 * (1 / k2 - 1);
  return { a0, a1: 2 * a0, a2: a0, b1, b2: 1 - (4 * a0 + b1) };
}

/** At or above this share of the sampling rate nothing is filtered: half of it is the highest that samples hold. */
const highestCutOffShare = 0.49;

/** What {@link lowPassZeroLag} leaves of the amplitude of a sine, 0 to 1: the bilinear transform bends frequencies, so that it depends on the sampling rate, too. */
export function gainOf(hz: number, sampleHz: number, cutOffHz: number): number {
  if (cutOffHz >= highestCutOffShare * sampleHz) return 1;
  if (hz >= sampleHz / 2) return 0;
  const warped = (of: number): number => Math.tan((Math.PI * of) / sampleHz);
  return 1 / (1 + ((twoPassFactor * warped(hz)) / warped(cutOffHz)) ** 4);
}

function runInPlace(values: Float64Array, filter: SecondOrder): void {
  let x1 = values[0];
  let x2 = x1;
  let y1 = x1;
  let y2 = x1;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    const y = filter.a0 * x + filter.a1 * x1 + filter.a2 * x2 + filter.b1 * y1 + filter.b2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    values[i] = y;
  }
}

/**
 * Fourth-order zero-lag Butterworth low-pass: forwards and backwards, the ends padded by odd reflection.
 *
 * @param values Evenly spaced samples without gaps.
 * @param cutOffHz Frequency at which the two passes together halve the power; at or above 0.49 of `sampleHz` the samples come back unchanged.
 * @returns New array of the same length.
 */
export function lowPassZeroLag(values: Float64Array, sampleHz: number, cutOffHz: number): Float64Array {
  const count = values.length;
  if (count < 3 || cutOffHz >= highestCutOffShare * sampleHz) return values.slice();
  const filter = design(cutOffHz, sampleHz);
  const padding = Math.min(count - 1, Math.ceil((3 * sampleHz) / (2 * Math.PI * cutOffHz)) + 3);
  const padded = new Float64Array(count + 2 * padding);
  const first = values[0];
  const last = values[count - 1];
  for (let i = 1; i <= padding; i++) {
    padded[padding - i] = 2 * first - values[i];
    padded[padding + count - 1 + i] = 2 * last - values[count - 1 - i];
  }
  padded.set(values, padding);
  runInPlace(padded, filter);
  padded.reverse();
  runInPlace(padded, filter);
  padded.reverse();
  return padded.subarray(padding, padding + count);
}
