import { difference } from '../signal/elementwise.ts';
import { median, quantiles } from '../signal/robust-statistics.ts';
import { distancesPx } from './limb-length.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Seen from front or back the shoulders span most of the trunk's length, and the ankles hardly swing sideways. */
const frontalShoulderShare = 0.5;
const frontalSwingShare = 0.5;

/** Whether the runner is seen from the side or along the running direction, decided once per clip. @param leg Its length, pixels. */
export function decideView(points: RawPoints, leg: number): 'side' | 'frontal' {
  const hip = midPoint(points, 'hip');
  const shoulder = midPoint(points, 'shoulder');
  const trunk = median(distancesPx(shoulder, hip));
  const breadth = median(distancesPx(points[paired('left', 'shoulder')], points[paired('right', 'shoulder')]));
  const swings = (['left', 'right'] as const).map((side) => {
    const [low, high] = quantiles(difference(points[paired(side, 'ankle')].xPx, hip.xPx), [0.05, 0.95]);
    return (high as number) - (low as number);
  });
  const swing = median(swings) / leg;
  return breadth / trunk > frontalShoulderShare && swing < frontalSwingShare ? 'frontal' : 'side';
}
