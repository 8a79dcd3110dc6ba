import type { KeypointName } from '../pose/keypoint-names.ts';
import { lowPassZeroLag } from '../signal/butterworth.ts';
import { CubicSpline, finiteRuns } from '../signal/cubic-spline.ts';
import { hasGap } from '../signal/elementwise.ts';
import { median } from '../signal/robust-statistics.ts';

/** Largest share by which frame intervals may differ before a track is resampled to even times. */
const evenTolerance = 0.02;

/**
 * Cut-off of a keypoint in hertz. The foot's events need its faster motion, more of which can be told from noise when
 * there are more frames to average; the rest of the body moves below 8 Hz.
 */
export function cutOffHz(name: KeypointName, fps: number): number {
  if (!/heel|toe|ankle/.test(name)) return Math.min(8, 0.4 * fps);
  if (fps >= 100) return 15;
  return fps >= 45 ? 12 : Math.min(10, 0.4 * fps);
}

/** Median frames per second of some frame times. */
export function medianFps(timesS: Float64Array): number {
  const steps = new Float64Array(Math.max(0, timesS.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = timesS[i + 1] - timesS[i];
  return 1 / median(steps, steps);
}

function isEven(timesS: Float64Array): boolean {
  const count = timesS.length;
  const step = (timesS[count - 1] - timesS[0]) / (count - 1);
  for (let i = 1; i < count; i++) {
    if (Math.abs(timesS[i] - timesS[i - 1] - step) > evenTolerance * step) return false;
  }
  return true;
}

function smoothUneven(timesS: Float64Array, values: Float64Array, fps: number, cutOff: number): Float64Array {
  const first = timesS[0];
  const span = timesS[timesS.length - 1] - first;
  const count = Math.max(2, Math.round(span * fps) + 1);
  const even = Float64Array.from({ length: count }, (_, i) =>
    i === count - 1 ? first + span : first + (i * span) / (count - 1),
  );
  const smooth = lowPassZeroLag(new CubicSpline(timesS, values).values(even), (count - 1) / span, cutOff);
  return new CubicSpline(even, smooth).values(timesS);
}

/**
 * Zero-lag low-pass of one coordinate after another, run by run between its gaps. Where frames are not evenly spaced, the
 * run is resampled to even times by a spline, filtered, and read back at the frames' own times.
 */
export class TrackFilter {
  readonly #timesS: Float64Array;
  readonly #fps: number;
  readonly #isEven: boolean;

  /** @param fps Median frames per second. */
  constructor(timesS: Float64Array, fps: number) {
    this.#timesS = timesS;
    this.#fps = fps;
    this.#isEven = isEven(timesS);
  }

  /** @param cutOff Hertz. */
  smooth(values: Float64Array, cutOff: number): Float64Array {
    const timesS = this.#timesS;
    if (!hasGap(values)) return this.#smoothRun(timesS, values, this.#isEven, cutOff);
    const smooth = values.slice();
    for (const [start, end] of finiteRuns(values)) {
      const runS = timesS.subarray(start, end);
      smooth.set(this.#smoothRun(runS, values.subarray(start, end), isEven(runS), cutOff), start);
    }
    return smooth;
  }

  /** A run shorter than four samples stays as it is. */
  #smoothRun(timesS: Float64Array, values: Float64Array, isEvenRun: boolean, cutOff: number): Float64Array {
    const steps = values.length - 1;
    if (steps < 3) return values;
    const sampleHz = steps / (timesS[steps] - timesS[0]);
    return isEvenRun ? lowPassZeroLag(values, sampleHz, cutOff) : smoothUneven(timesS, values, this.#fps, cutOff);
  }
}

/** One coordinate by a {@link TrackFilter}. */
export const smoothTrack = (timesS: Float64Array, values: Float64Array, fps: number, cutOff: number): Float64Array =>
  new TrackFilter(timesS, fps).smooth(values, cutOff);
