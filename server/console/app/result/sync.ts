import type { Side } from '../../../../engine/pose/keypoint-names.ts';
import { frameStep } from '../../../../engine/video/frame-step.ts';
import type { ClipDetails, StrideDetails } from '../../../details/details.ts';

/** Where in a leg's cycle a moment of the clip lies, percent; null between strides that were measured. */
export function phaseAt(strides: readonly StrideDetails[], side: Side, timeS: number): number | null {
  const stride = strides.find((one) => one.side === side && one.startS <= timeS && timeS < one.endS);
  return stride === undefined ? null : (100 * (timeS - stride.startS)) / (stride.endS - stride.startS);
}

/** A leg's stride that is on at a moment of the clip, or else the nearest; null without any. */
export function strideNear(strides: readonly StrideDetails[], side: Side, timeS: number): StrideDetails | null {
  const away = ({ startS, endS }: StrideDetails): number =>
    timeS < startS ? startS - timeS : timeS < endS ? 0 : timeS - endS + Number.EPSILON;
  return strides.filter((stride) => stride.side === side).toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** The moment of the clip that shows a phase of a stride. @param percent Of the cycle. */
export const momentOf = ({ startS, endS }: StrideDetails, percent: number): number =>
  startS + ((endS - startS) * percent) / 100;

/** How long the annotated video of a clip shows a frame, seconds. */
export const shownFrameS = ({ fps }: Pick<ClipDetails, 'fps'>): number => frameStep(fps) / Math.max(1, fps);
