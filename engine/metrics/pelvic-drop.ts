import type { PelvicSwing } from '../pelvis/pelvic-swing.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { AngleSeries } from './angle-series.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { stanceAngle } from './stance-angle.ts';
import { withheldStanceAngle } from './withheld-back-metrics.ts';

const degrees = 180 / Math.PI;

/** Hip line against the level as drawn, positive: the side that does not stand hangs down. */
function drawnPelvicDrop({ tracks: { points } }: Pick<BackClip, 'tracks'>, stance: Side): AngleSeries {
  const { left_hip: left, right_hip: right } = points;
  const sign = stance === 'left' ? 1 : -1;
  return left.xPx.map((x, i) => sign * degrees * Math.atan2(right.yPx[i] - left.yPx[i], right.xPx[i] - x));
}

/** An angle of one side in each frame, and what remains to be known of it beyond the steps' scatter. */
export interface CalibratedSeries {
  readonly series: AngleSeries;
  /** Standard uncertainty, degrees. */
  readonly uncertaintyDeg: number;
}

/**
 * Contralateral pelvic drop as if the side stood throughout: by seat or outline of the pelvis, which tell how far it swings from one side to
 * the other, or by hips' points that are known to lie on the joints.
 *
 * @returns Null where neither tells.
 */
export function pelvicDropSeries(clip: BackClip, side: Side): CalibratedSeries | null {
  const { pelvicDrop: byPoints } = clip.frontal;
  if (clip.pelvis !== null) return bySwing(clip, clip.pelvis, side);
  if (byPoints === null) return null;
  const { gain, offsetDeg, uncertaintyDeg } = byPoints;
  const series = drawnPelvicDrop(clip, side).map((drawn) => offsetDeg + gain * drawn);
  return { series, uncertaintyDeg: Math.hypot(uncertaintyDeg, gain * clip.levelUncertaintyDeg) };
}

/** Six amplitudes are fitted to the frames, and misses of neighbouring frames are alike. */
const foldLoss = 4;

function bySwing(clip: BackClip, { by, harmonicDegAt, scatterDeg, n }: PelvicSwing, side: Side): CalibratedSeries {
  const { unevenGains, [by]: calibration } = clip.frontal.pelvicSwing;
  const { first, third, firstByThird, uncertaintyDeg } = calibration;
  const unevenGain = clip.levelSeen === true ? unevenGains.levelSeen : unevenGains.byBody;
  const uneven = unevenGain * meanAndSpread(drawnPelvicDrop(clip, side)).mean;
  const sign = side === 'left' ? 1 : -1;
  const middleS = usualMidStanceS(clip, side);
  const [firstSeen, thirdSeen] = [sign * harmonicDegAt(1, middleS), sign * harmonicDegAt(3, middleS)];
  const amplitudes = [
    first.offsetDeg + first.gain * firstSeen + firstByThird * thirdSeen,
    third.offsetDeg + third.gain * thirdSeen,
  ];
  const series = clip.tracks.timesS.map((timeS) => {
    const angle = (2 * Math.PI * (timeS - middleS)) / clip.strideS;
    return [first, third].reduce(
      (sum, { order, sineDeg }, i) =>
        sum + (amplitudes[i] as number) * Math.cos(order * angle) + sineDeg * Math.sin(order * angle),
      uneven,
    );
  });
  const foldDeg = (Math.hypot(first.gain, firstByThird + third.gain) * scatterDeg * foldLoss) / Math.sqrt(n);
  return { series, uncertaintyDeg: Math.hypot(uncertaintyDeg, foldDeg, unevenGain * clip.levelUncertaintyDeg) };
}

/** A time at which the side is in the middle of its stance, by all steps of both sides: their mean on the circle of the stride, seconds. */
function usualMidStanceS({ steps, strideS }: BackClip, side: Side): number {
  const turns = steps.map((step) => (2 * Math.PI * step.midStanceS) / strideS + (step.side === side ? 0 : Math.PI));
  const sumOf = (part: (angle: number) => number): number => turns.reduce((sum, angle) => sum + part(angle), 0);
  return (strideS * Math.atan2(sumOf(Math.sin), sumOf(Math.cos))) / (2 * Math.PI);
}

/** Contralateral pelvic drop over the stances of a side. */
export function pelvicDrop(clip: BackClip, side: Side): StanceAngle {
  const drop = pelvicDropSeries(clip, side);
  if (drop === null) return withheldStanceAngle('outline_unclear');
  const { timesS } = clip.tracks;
  return stanceAngle(timesS, drop.series, clip.stepsOf[side], drop.uncertaintyDeg);
}
