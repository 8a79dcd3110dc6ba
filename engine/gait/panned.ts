import { type KeypointName, keypointNames } from '../pose/keypoint-names.ts';
import { solvePositiveDefinite } from '../signal/least-squares.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { bodyHeightPx } from '../tracks/body-height.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/** A step at the usual cadence, seconds: frames nearer than that see the same pose, so they miss the curve alike. */
const stepS = 0.35;
/** Standard errors by which the runner's size must bend before it is believed. */
const leastCertainty = 3;
/** A camera is not turned further from the right angle than this cosine with a runner who can still be measured from the side. */
const leastCosine = 0.5;

const mean = (values: ArrayLike<number>): number => meanAndSpread(values).mean;

/** From the hips to the shoulders and from the hips to the nose, along the picture's vertical, which no turn of the camera shortens, in each frame: pixels. */
function uprightPx({ points, frameCount }: Tracks): Float64Array {
  const { nose, left_shoulder, right_shoulder, left_hip, right_hip } = points;
  return Float64Array.from(
    { length: frameCount },
    (_, i) => left_hip.yPx[i] + right_hip.yPx[i] - (left_shoulder.yPx[i] + right_shoulder.yPx[i]) / 2 - nose.yPx[i],
  );
}

/** A parabola by least squares, constant first, and the standard error of its bend; null where the points do not tell. */
function parabola(
  x: readonly number[],
  y: readonly number[],
  independent: number,
): { readonly coefficients: Float64Array; readonly bendError: number } | null {
  const matrix = new Float64Array(9);
  const products = new Float64Array(3);
  for (const [i, at] of x.entries()) {
    const row = [1, at, at * at] as const;
    for (let a = 0; a < 3; a++) {
      products[a] = products[a] + (row[a] as number) * (y[i] as number);
      for (let b = 0; b < 3; b++) matrix[3 * a + b] = matrix[3 * a + b] + (row[a] as number) * (row[b] as number);
    }
  }
  const solved = solvePositiveDefinite(matrix, 3, [products, Float64Array.of(0, 0, 1)]);
  if (solved === null) return null;
  const [coefficients, unit] = solved as [Float64Array, Float64Array];
  const square = mean(y.map((value, i) => (value - heightAt(coefficients, x[i] as number)) ** 2));
  return { coefficients, bendError: Math.sqrt((square * unit[2] * x.length) / Math.max(1, independent - 3)) };
}

const heightAt = (coefficients: Float64Array, x: number): number =>
  coefficients[0] + x * (coefficients[1] + x * coefficients[2]);

/**
 * Cosine of the angle by which a camera that stands and is turned with a runner is off the right angle to the way, in each frame. At an even speed the square of the distance
 * grows with the square of the time since the runner was nearest, and the body's size is one over the distance: so one over the square of the size is a parabola over the time.
 *
 * @returns Null where the body's size does not tell of a turn: from beside a runner, or where noise hides it.
 */
export function turnCosines(tracks: Tracks): Float64Array | null {
  const { timesS, frameCount } = tracks;
  const upright = uprightPx(tracks);
  const size = mean(upright.filter(Number.isFinite));
  const kept = Array.from(upright.keys()).filter((i) => (upright[i] as number) > 0.4 * size);
  if (kept.length < 10) return null;
  const halfS = (timesS[frameCount - 1] - timesS[0]) / 2;
  const at = (i: number): number => (timesS[i] - timesS[0]) / halfS - 1;
  const fit = parabola(
    kept.map(at),
    kept.map((i) => (size / (upright[i] as number)) ** 2),
    (2 * halfS) / stepS,
  );
  if (fit === null) return null;
  const { coefficients, bendError } = fit;
  const [level, slope, bend] = coefficients as unknown as [number, number, number];
  const nearest = -slope / (2 * bend);
  const least = level - slope ** 2 / (4 * bend);
  if (!(bend > leastCertainty * bendError) || Math.abs(nearest) > 1 || !(least > 0)) return null;
  const cosines = timesS.map((_, i) => Math.sqrt(least / heightAt(coefficients, at(i))));
  return cosines.every((cosine) => cosine >= leastCosine) ? cosines : null;
}

/**
 * The tracks of a runner who is followed by a turning camera, as that camera would have seen them from the point of the way that is nearest to it, driven along: what is further away is
 * enlarged, and what lies along the way is stretched by what the slant shortens. Places of the hips in the picture stay; a turning camera's picture moves over the ground anyhow.
 *
 * @param cosines Of {@link turnCosines}.
 */
export function fromTheNearest(tracks: Tracks, cosines: Float64Array): Tracks {
  const { forwardPx } = midHip(tracks);
  const centreY = tracks.heightPx / 2;
  const seen = ({ xPx, yPx, seen }: Track): Track => {
    const track = { xPx: xPx.slice(), yPx: yPx.slice(), seen };
    for (let i = 0; i < xPx.length; i++) {
      const [hipX, cosine] = [tracks.facing * forwardPx[i], cosines[i]];
      track.xPx[i] = hipX + (xPx[i] - hipX) / cosine ** 2;
      track.yPx[i] = centreY + (yPx[i] - centreY) / cosine;
    }
    return track;
  };
  const points = Object.fromEntries(keypointNames.map((name) => [name, seen(tracks.points[name])])) as Record<
    KeypointName,
    Track
  >;
  const grown = bodyHeightPx(points) / bodyHeightPx(tracks.points);
  return { ...tracks, points, bodyHeightPx: tracks.bodyHeightPx * grown };
}
