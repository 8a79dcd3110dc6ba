import type { Side } from '../../../../engine/pose/keypoint-names.ts';
import type { StrideDetails } from '../../../details/details.ts';

/** Where in a leg's cycle a moment of the clip lies, percent; null between strides that were measured. */
export function phaseAt(strides: readonly StrideDetails[], side: Side, timeS: number): number | null {
  const stride = strides.find((one) => one.side === side && one.startS <= timeS && timeS < one.endS);
  return stride === undefined ? null : (100 * (timeS - stride.startS)) / (stride.endS - stride.startS);
}

/** The moment of the clip that shows a phase of a leg's cycle, in the stride nearest to a time; null without a stride. */
export function timeAtPhase(
  strides: readonly StrideDetails[],
  { side, percent, nearS }: { readonly side: Side; readonly percent: number; readonly nearS: number },
): number | null {
  const times = strides
    .filter((stride) => stride.side === side)
    .map(({ startS, endS }) => {
      const awayS = nearS < startS ? startS - nearS : Math.max(0, nearS - endS);
      return { awayS, timeS: startS + ((endS - startS) * percent) / 100 };
    });
  return times.toSorted((a, b) => a.awayS - b.awayS)[0]?.timeS ?? null;
}
