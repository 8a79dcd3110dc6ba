import type { Tracks } from '../../engine/tracks/tracks.ts';
import type { BoxDetails } from './details.ts';

/**
 * The smallest part of the picture that holds every keypoint of the runner over some time, whole pixels.
 *
 * @param tracks In the clip's pixels and the file's time.
 * @returns Null where no point was seen.
 */
export function runnerBox(
  { timesS, points, widthPx, heightPx }: Tracks,
  fromS: number,
  toS: number,
): BoxDetails | null {
  let first = 0;
  while (first < timesS.length && timesS[first] < fromS) first++;
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const { xPx, yPx } of Object.values(points)) {
    for (let frame = first; frame < timesS.length && timesS[frame] <= toS; frame++) {
      if (!Number.isFinite(xPx[frame])) continue;
      left = Math.min(left, xPx[frame]);
      right = Math.max(right, xPx[frame]);
      top = Math.min(top, yPx[frame]);
      bottom = Math.max(bottom, yPx[frame]);
    }
  }
  const [leftPx, topPx] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const [rightPx, bottomPx] = [Math.min(widthPx, Math.ceil(right)), Math.min(heightPx, Math.ceil(bottom))];
  if (!(rightPx > leftPx) || !(bottomPx > topPx)) return null;
  return { leftPx, topPx, widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
}
