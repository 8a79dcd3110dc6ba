import { solvePositiveDefinite } from '../../../engine/signal/least-squares.ts';

/** A point in the sagittal plane over time, metres. */
export interface PlanarPath {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A rigid part of a limb in the sagittal plane: where it is and how it is turned. */
interface Pose {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

/** Place and turn of a cluster of markers: their middle, and the turn that fits them to the first sample (Procrustes). */
function poseOf(cluster: readonly PlanarPath[]): Pose {
  const samples = cluster[0]?.x.length ?? 0;
  const middle = (axis: 'x' | 'y'): Float64Array =>
    Float64Array.from(
      { length: samples },
      (_, i) => cluster.reduce((sum, m) => sum + (m[axis][i] ?? 0), 0) / cluster.length,
    );
  const [x, y] = [middle('x'), middle('y')];
  const cos = new Float64Array(samples);
  const sin = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    let along = 0;
    let across = 0;
    for (const marker of cluster) {
      const [ax, ay] = [(marker.x[0] ?? 0) - (x[0] ?? 0), (marker.y[0] ?? 0) - (y[0] ?? 0)];
      const [bx, by] = [(marker.x[i] ?? 0) - (x[i] ?? 0), (marker.y[i] ?? 0) - (y[i] ?? 0)];
      along += ax * bx + ay * by;
      across += ax * by - ay * bx;
    }
    const length = Math.hypot(along, across);
    cos[i] = along / length;
    sin[i] = across / length;
  }
  return { x, y, cos, sin };
}

/**
 * The hinge between two parts of a limb in the sagittal plane: the point that is fixed in both, by least squares (symmetrical
 * centre of rotation, Ehrig et al. 2006, in two dimensions). Stands for knee and ankle where they carry no marker.
 */
export function planarJoint(upper: readonly PlanarPath[], lower: readonly PlanarPath[]): PlanarPath {
  const [a, b] = [poseOf(upper), poseOf(lower)];
  const gram = new Float64Array(16);
  const sums = new Float64Array(4);
  const add = (row: readonly number[], value: number): void => {
    row.forEach((p, i) => {
      sums[i] = (sums[i] ?? 0) + p * value;
      row.forEach((q, k) => {
        gram[4 * i + k] = (gram[4 * i + k] ?? 0) + p * q;
      });
    });
  };
  for (let i = 0; i < a.x.length; i++) {
    const [ac, as, bc, bs] = [a.cos[i] ?? 1, a.sin[i] ?? 0, b.cos[i] ?? 1, b.sin[i] ?? 0];
    add([ac, -as, -bc, bs], (b.x[i] ?? 0) - (a.x[i] ?? 0));
    add([as, ac, -bs, -bc], (b.y[i] ?? 0) - (a.y[i] ?? 0));
  }
  const [solution] = solvePositiveDefinite(gram, 4, [sums]) ?? [];
  if (solution === undefined) throw new Error('the two parts never turn against each other');
  const [u = 0, v = 0, p = 0, q = 0] = solution;
  const middle = (from: (i: number) => number): Float64Array => Float64Array.from(a.x, (_, i) => from(i));
  // The mean of where either part puts it.
  return {
    x: middle(
      (i) =>
        ((a.x[i] ?? 0) +
          (a.cos[i] ?? 1) * u -
          (a.sin[i] ?? 0) * v +
          (b.x[i] ?? 0) +
          (b.cos[i] ?? 1) * p -
          (b.sin[i] ?? 0) * q) /
        2,
    ),
    y: middle(
      (i) =>
        ((a.y[i] ?? 0) +
          (a.sin[i] ?? 0) * u +
          (a.cos[i] ?? 1) * v +
          (b.y[i] ?? 0) +
          (b.sin[i] ?? 0) * p +
          (b.cos[i] ?? 1) * q) /
        2,
    ),
  };
}
