import type { Side } from '../pose/keypoint-names.ts';
import { difference, middle } from '../signal/elementwise.ts';
import { robustLine } from '../signal/robust-line.ts';
import { median } from '../signal/robust-statistics.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Median over both sides of one horizontal offset, in leg lengths; 0 when unknown. */
function offset(leg: number, of: (side: Side) => Float64Array): number {
  const [left, right] = [of('left'), of('right')];
  const both = new Float64Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  const share = median(both, both) / leg;
  return Number.isFinite(share) ? share : 0;
}

/**
 * Direction that the runner faces in the picture, decided once per clip: +1 image-right, -1 image-left. The votes are
 * the way the body travels, toe ahead of heel while the foot is low, the knee ahead of the line from hip to ankle, and
 * the nose ahead of the ears.
 *
 * @param leg Its length, pixels; NaN when it is never seen.
 */
export function decideFacing(points: RawPoints, timesS: Float64Array, leg: number): 1 | -1 {
  if (!(leg > 0)) return 1;
  const hip = midPoint(points, 'hip');
  const durationS = timesS[timesS.length - 1] - timesS[0];
  const travel = ((robustLine(timesS, hip.xPx)?.slope ?? 0) * durationS) / leg;
  const foot = offset(leg, (side) => {
    const toe = points[paired(side, 'toe')];
    const heel = points[paired(side, 'heel')];
    const low = median(toe.yPx);
    const ahead = difference(toe.xPx, heel.xPx);
    for (let i = 0; i < ahead.length; i++) if (!(toe.yPx[i] >= low)) ahead[i] = Number.NaN;
    return ahead;
  });
  const knee = offset(leg, (side) => {
    const joint = points[paired(side, 'knee')];
    const ends = [points[paired(side, 'hip')], points[paired(side, 'ankle')]] as const;
    return difference(joint.xPx, middle(ends[0].xPx, ends[1].xPx));
  });
  const head = offset(leg, (side) => {
    return difference(points.nose.xPx, points[paired(side, 'ear')].xPx);
  });
  const votes = Math.tanh(travel) + Math.tanh(8 * foot) + Math.tanh(8 * knee) + Math.tanh(8 * head);
  return votes >= 0 ? 1 : -1;
}
