import type { KeypointName } from '../pose/keypoint-names.ts';
import { difference } from '../signal/elementwise.ts';
import { median, quantiles } from '../signal/robust-statistics.ts';
import { distancesPx } from './limb-length.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** From where the runner is seen. */
export type SeenView = 'side' | 'back' | 'front';

/** Seen from front or back the shoulders span most of the trunk's length, and the ankles hardly swing sideways. */
const frontalShoulderShare = 0.5;
const frontalSwingShare = 0.5;

/**
 * Whether the runner is seen from the side, from behind or from the front, decided once per clip. Who shows the back has the left side
 * on the picture's left; the labels of shoulders and hips tell, which networks keep apart by what they see of head and chest: in
 * every frame of the rendered clips.
 *
 * @param leg Its length, pixels.
 */
export function decideView(points: RawPoints, leg: number): SeenView {
  const hip = midPoint(points, 'hip');
  const shoulder = midPoint(points, 'shoulder');
  const trunks = distancesPx(shoulder, hip);
  const trunk = median(trunks, trunks);
  const breadths = distancesPx(points[paired('left', 'shoulder')], points[paired('right', 'shoulder')]);
  const breadth = median(breadths, breadths);
  const swings = (['left', 'right'] as const).map((side) => {
    const [low, high] = quantiles(difference(points[paired(side, 'ankle')].xPx, hip.xPx), [0.05, 0.95]);
    return (high as number) - (low as number);
  });
  const swing = median(swings) / leg;
  const isFrontal = breadth / trunk > frontalShoulderShare && swing < frontalSwingShare;
  return isFrontal ? facingOf(points, trunk) : 'side';
}

const broad = ['shoulder', 'hip'] as const;

function facingOf(points: RawPoints, trunk: number): 'back' | 'front' {
  const toTheRight = broad.map((part) => {
    const [left, right] = [
      points[`left_${part}` satisfies KeypointName],
      points[`right_${part}` satisfies KeypointName],
    ];
    return median(difference(right.xPx, left.xPx)) / trunk;
  });
  return toTheRight[0] + toTheRight[1] >= 0 ? 'back' : 'front';
}
