import { median } from '../signal/robust-statistics.ts';
import { type Coordinates, type PairedPart, paired, type RawPoints } from './raw-points.ts';

/** Distance between two points in each frame, pixels; NaN where either is missing. */
export function distancesPx(a: Coordinates, b: Coordinates): Float64Array {
  const distances = new Float64Array(a.xPx.length);
  setDistances(distances, 0, a, b);
  return distances;
}

/** Puts the same into an array, from an index on. */
export function setDistances(distances: Float64Array, at: number, a: Coordinates, b: Coordinates): void {
  for (let i = 0; i < a.xPx.length; i++) {
    const x = a.xPx[i] - b.xPx[i];
    const y = a.yPx[i] - b.yPx[i];
    distances[at + i] = Math.sqrt(x * x + y * y);
  }
}

/** Median length of a segment over both sides and all frames, pixels; NaN when it is never seen. */
export function segmentLengthPx(points: RawPoints, from: PairedPart, to: PairedPart): number {
  const frames = points.left_hip.xPx.length;
  const both = new Float64Array(2 * frames);
  setDistances(both, 0, points[paired('left', from)], points[paired('left', to)]);
  setDistances(both, frames, points[paired('right', from)], points[paired('right', to)]);
  return median(both, both);
}

/** Hip to knee to ankle, pixels: the yardstick for thresholds that grow with the runner's size. */
export const legLengthPx = (points: RawPoints): number =>
  segmentLengthPx(points, 'hip', 'knee') + segmentLengthPx(points, 'knee', 'ankle');
