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
  return 1 / median(steps);
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
 * Zero-lag low-pass of one coordinate, run by run between its gaps. Where frames are not evenly spaced, the run is
 * resampled to even times by a spline, filtered, and read back at the frames' own times.
 */
export function smoothTrack(timesS: Float64Array, values: Float64Array, fps: number, cutOff: number): Float64Array {
  if (!hasGap(values)) return smoothRun(timesS, values, fps, cutOff);
  const smooth = values.slice();
  for (const [start, end] of finiteRuns(values)) {
    smooth.set(smoothRun(timesS.subarray(start, end), values.subarray(start, end), fps, cutOff), start);
  }
  return smooth;
}

/** A run shorter than four samples stays as it is. */
function smoothRun(timesS: Float64Array, values: Float64Array, fps: number, cutOff: number): Float64Array {
  const steps = values.length - 1;
  if (steps < 3) return values;
  const sampleHz = steps / (timesS[steps] - timesS[0]);
  return isEven(timesS) ? lowPassZeroLag(values, sampleHz, cutOff) : smoothUneven(timesS, values, fps, cutOff);
}
