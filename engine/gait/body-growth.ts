import { meanAndSpread } from '../signal/mean-and-spread.ts';
import { robustLine } from '../signal/robust-line.ts';
import { quantiles } from '../signal/robust-statistics.ts';
import { midHip } from '../tracks/mid-hip.ts';
import type { Track, Tracks } from '../tracks/tracks.ts';

/** How a runner grows in the picture on the way. */
export interface BodyGrowth {
  /** Share of the body's size by which it grows in one pixel forward: zero past a camera that is square to the way. */
  readonly perPx: number;
  readonly sePerPx: number;
  /** From the hindmost place of the hips to the foremost, pixels. */
  readonly wayPx: number;
}

/** A step at the usual cadence, seconds: frames nearer than that see the same pose, so they miss the line alike. */
const stepS = 0.35;

const distancePx = (a: Track, b: Track, i: number): number => Math.hypot(a.xPx[i] - b.xPx[i], a.yPx[i] - b.yPx[i]);

/** Trunk, thighs and shanks of both sides together in each frame, pixels. */
function bodySizePx({ points, frameCount }: Tracks): Float64Array {
  const size = new Float64Array(frameCount);
  for (const side of ['left', 'right'] as const) {
    const chain = (['shoulder', 'hip', 'knee', 'ankle'] as const).map((part) => points[`${side}_${part}`]);
    for (let link = 1; link < chain.length; link++) {
      const [from, to] = [chain[link - 1] as Track, chain[link] as Track];
      for (let i = 0; i < frameCount; i++) size[i] = size[i] + distancePx(from, to, i);
    }
  }
  return size;
}

/** Growth of the body's size with the way that its hips go through the picture; zero when it hardly moves. */
export function bodyGrowth(tracks: Tracks): BodyGrowth {
  const { forwardPx } = midHip(tracks);
  const logSize = bodySizePx(tracks).map((size) => (size > 0 ? Math.log(size) : Number.NaN));
  const line = robustLine(forwardPx, logSize);
  const way = meanAndSpread(forwardPx.filter((_, i) => Number.isFinite(logSize[i])));
  if (line === null || !(way.sd > tracks.bodyHeightPx / 4)) return { perPx: 0, sePerPx: 0, wayPx: 0 };
  const misses = logSize.map((value, i) => value - line.level - line.slope * (forwardPx[i] - line.centre));
  const durationS = tracks.timesS[tracks.frameCount - 1] - tracks.timesS[0];
  const steps = Math.max(2, durationS / stepS);
  const [first, last] = quantiles(forwardPx, [0, 1]) as [number, number];
  return { perPx: line.slope, wayPx: last - first, sePerPx: meanAndSpread(misses).sd / (way.sd * Math.sqrt(steps)) };
}
