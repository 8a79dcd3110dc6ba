import { hasGap } from './elementwise.ts';

/** Indices of the samples that are NaN in none of some signals, increasing. */
export const knownSamples = (signals: readonly Float64Array[], count: number): Int32Array =>
  samples(signals, count, true);

/** Indices of all other samples. */
export const missingSamples = (signals: readonly Float64Array[], count: number): Int32Array =>
  signals.some(hasGap) ? samples(signals, count, false) : none;

const none = new Int32Array(0);

function samples(signals: readonly Float64Array[], count: number, known: boolean): Int32Array {
  const indices = new Int32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    indices[size] = i;
    if (isKnown(signals, i) === known) size++;
  }
  return indices.subarray(0, size);
}

function isKnown(signals: readonly Float64Array[], index: number): boolean {
  for (let s = 0; s < signals.length; s++) if (Number.isNaN((signals[s] as Float64Array)[index])) return false;
  return true;
}

/** Seconds from the first sample to the last that is NaN in none of some signals; 0 where there is none. */
export function knownSpanS(timesS: Float64Array, signals: readonly Float64Array[]): number {
  const span = knownSpan(timesS, signals);
  return span === null ? 0 : span.toS - span.fromS;
}

/** Times of the first sample and of the last that is NaN in none of some signals; null where there is none. */
export function knownSpan(
  timesS: Float64Array,
  signals: readonly Float64Array[],
): { readonly fromS: number; readonly toS: number } | null {
  let first = 0;
  let last = timesS.length - 1;
  while (first <= last && !isKnown(signals, first)) first++;
  while (last > first && !isKnown(signals, last)) last--;
  return first > last ? null : { fromS: timesS[first], toS: timesS[last] };
}

/** The values at some indices. */
export function valuesOf(values: Float64Array, indices: Int32Array): Float64Array {
  const picked = new Float64Array(indices.length);
  for (let k = 0; k < indices.length; k++) picked[k] = values[indices[k]];
  return picked;
}
