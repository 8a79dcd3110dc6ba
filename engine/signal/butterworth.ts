import { sideBySide } from './side-by-side.ts';

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

/**
 * Filters two signals, equally long, in place. What comes next waits for what came before, so that two take no longer than one.
 *
 * @param step 1 from the first sample to the last, -1 from the last to the first.
 */
function runBothInPlace(values: Float64Array, others: Float64Array, filter: SecondOrder, step: 1 | -1): void {
  const { a0, a1, a2, b1, b2 } = filter;
  const start = step === 1 ? 0 : values.length - 1;
  let x1 = values[start];
  let x2 = x1;
  let y1 = x1;
  let y2 = x1;
  let otherX1 = others[start];
  let otherX2 = otherX1;
  let otherY1 = otherX1;
  let otherY2 = otherX1;
  for (let i = start; i >= 0 && i < values.length; i += step) {
    const x = values[i];
    const y = a0 * x + a1 * x1 + a2 * x2 + b1 * y1 + b2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    values[i] = y;
    const otherX = others[i];
    const otherY = a0 * otherX + a1 * otherX1 + a2 * otherX2 + b1 * otherY1 + b2 * otherY2;
    otherX2 = otherX1;
    otherX1 = otherX;
    otherY2 = otherY1;
    otherY1 = otherY;
    others[i] = otherY;
  }
}

/** Puts values into a longer array, the ends padded by odd reflection. */
function pad(padded: Float64Array, values: Float64Array, padding: number): void {
  const count = values.length;
  const first = values[0];
  const last = values[count - 1];
  for (let i = 1; i <= padding; i++) {
    padded[padding - i] = 2 * first - values[i];
    padded[padding + count - 1 + i] = 2 * last - values[count - 1 - i];
  }
  padded.set(values, padding);
}

/**
 * Fourth-order zero-lag Butterworth low-pass of two signals, equally long: forwards and backwards, the ends padded by odd reflection.
 *
 * @param values Evenly spaced samples without gaps.
 * @param others Likewise; may be the same.
 * @param cutOffHz Frequency at which the two passes together halve the power; at or above 0.49 of `sampleHz` the samples come back unchanged.
 * @returns New arrays of the same length.
 */
export function lowPassBothZeroLag(
  values: Float64Array,
  others: Float64Array,
  sampleHz: number,
  cutOffHz: number,
): readonly [Float64Array, Float64Array] {
  const count = values.length;
  if (count < 3 || cutOffHz >= highestCutOffShare * sampleHz) return [values.slice(), others.slice()];
  const filter = design(cutOffHz, sampleHz);
  const padding = Math.min(count - 1, Math.ceil((3 * sampleHz) / (2 * Math.PI * cutOffHz)) + 3);
  const [a, b] = sideBySide(2, count + 2 * padding) as [Float64Array, Float64Array];
  pad(a, values, padding);
  pad(b, others, padding);
  runBothInPlace(a, b, filter, 1);
  runBothInPlace(a, b, filter, -1);
  return [a.subarray(padding, padding + count), b.subarray(padding, padding + count)];
}

/** {@link lowPassBothZeroLag} of one signal. */
export const lowPassZeroLag = (values: Float64Array, sampleHz: number, cutOffHz: number): Float64Array =>
  lowPassBothZeroLag(values, values, sampleHz, cutOffHz)[0];
