import { median, quantile } from '../signal/robust-statistics.ts';
import { distancesPx, legLengthPx } from './limb-length.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Seen from front or back the shoulders span most of the trunk's length, and the ankles hardly swing sideways. */
const frontalShoulderShare = 0.5;
const frontalSwingShare = 0.5;

/** Whether the runner is seen from the side or along the running direction, decided once per clip. */
export function decideView(points: RawPoints): 'side' | 'frontal' {
  const hip = midPoint(points, 'hip');
  const shoulder = midPoint(points, 'shoulder');
  const trunk = median(shoulder.xPx.map((x, i) => Math.hypot(x - hip.xPx[i], shoulder.yPx[i] - hip.yPx[i])));
  const breadth = median(distancesPx(points[paired('left', 'shoulder')], points[paired('right', 'shoulder')]));
  const swings = (['left', 'right'] as const).map((side) => {
    const offset = points[paired(side, 'ankle')].xPx.map((x, i) => x - hip.xPx[i]);
    return quantile(offset, 0.95) - quantile(offset, 0.05);
  });
  const swing = median(swings) / legLengthPx(points);
  return breadth / trunk > frontalShoulderShare && swing < frontalSwingShare ? 'frontal' : 'side';
}
