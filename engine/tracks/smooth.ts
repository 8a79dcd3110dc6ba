import type { KeypointName } from '../pose/keypoint-names.ts';
import { lowPassBothZeroLag, lowPassZeroLag } from '../signal/butterworth.ts';
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

/** A run of no more samples is too short to be filtered. */
const shortRun = 3;

/** Samples per second at even times. */
const sampleHz = (timesS: Float64Array): number => (timesS.length - 1) / (timesS[timesS.length - 1] - timesS[0]);

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

  /** Both coordinates of a point, for which together there is a shorter way where neither has a gap. @param cutOff Hertz. */
  smoothBoth(xPx: Float64Array, yPx: Float64Array, cutOff: number): readonly [Float64Array, Float64Array] {
    const isWhole = this.#isEven && xPx.length > shortRun && !hasGap(xPx) && !hasGap(yPx);
    return isWhole
      ? lowPassBothZeroLag(xPx, yPx, sampleHz(this.#timesS), cutOff)
      : [this.smooth(xPx, cutOff), this.smooth(yPx, cutOff)];
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

  /** A short run stays as it is. */
  #smoothRun(timesS: Float64Array, values: Float64Array, isEvenRun: boolean, cutOff: number): Float64Array {
    if (values.length <= shortRun) return values;
    return isEvenRun
      ? lowPassZeroLag(values, sampleHz(timesS), cutOff)
      : smoothUneven(timesS, values, this.#fps, cutOff);
  }
}

/** One coordinate by a {@link TrackFilter}. */
export const smoothTrack = (timesS: Float64Array, values: Float64Array, fps: number, cutOff: number): Float64Array =>
  new TrackFilter(timesS, fps).smooth(values, cutOff);
