import type { Side } from '../pose/keypoint-names.ts';
import { difference, middle } from '../signal/elementwise.ts';
import { robustLine } from '../signal/robust-line.ts';
import { median } from '../signal/robust-statistics.ts';
import { midPoint, paired, type RawPoints } from './raw-points.ts';

/** Puts a side's horizontal offset in each frame into an array. */
type SetOffset = (side: Side, ahead: Float64Array) => void;

/** Median over both sides of one horizontal offset, in leg lengths; 0 when unknown. @param both For the offsets of all frames. */
function offset(leg: number, both: Float64Array, set: SetOffset): number {
  set('left', both.subarray(0, both.length / 2));
  set('right', both.subarray(both.length / 2));
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
  const both = new Float64Array(2 * timesS.length);
  const foot = offset(leg, both, (side, ahead) => {
    const toe = points[paired(side, 'toe')];
    const heel = points[paired(side, 'heel')];
    const low = median(toe.yPx, ahead);
    difference(toe.xPx, heel.xPx, ahead);
    for (let i = 0; i < ahead.length; i++) if (!(toe.yPx[i] >= low)) ahead[i] = Number.NaN;
  });
  const knee = offset(leg, both, (side, ahead) => {
    const joint = points[paired(side, 'knee')];
    middle(points[paired(side, 'hip')].xPx, points[paired(side, 'ankle')].xPx, 1, ahead);
    difference(joint.xPx, ahead, ahead);
  });
  const head = offset(leg, both, (side, ahead) => {
    difference(points.nose.xPx, points[paired(side, 'ear')].xPx, ahead);
  });
  const votes = Math.tanh(travel) + Math.tanh(8 * foot) + Math.tanh(8 * knee) + Math.tanh(8 * head);
  return votes >= 0 ? 1 : -1;
}
