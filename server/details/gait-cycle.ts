import type { Analysis } from '../../engine/analysis.ts';
import { stridesOf } from '../../engine/metrics/running-clip.ts';
import type { Side } from '../../engine/pose/keypoint-names.ts';
import { decimals, round } from '../contract/rounding.ts';
import type { ContactDetails, StrideDetails } from './details.ts';
import { runnerBox } from './runner-box.ts';
import { sides } from './sides.ts';

/** When a foot is on the ground, in the file's time. */
export type StanceDetails = Omit<ContactDetails, 'box'>;

/** When the feet are on the ground. */
export const stancesOf = ({ gait, view }: Analysis): readonly StanceDetails[] =>
  view === 'side' ? gait.contacts.map((contact) => ({ ...contact, accepted: true })) : gait.steps;

/** The same, with where the runner is meanwhile. */
export const contactsOf = (analysis: Analysis): ContactDetails[] =>
  stancesOf(analysis).map((stance) => ({
    ...stance,
    box: runnerBox(analysis.tracks, stance.touchdownS, stance.toeOffS),
  }));

/** Strides of both legs, in the file's time; none where the clip shows no running. */
export const stridesOfBoth = (analysis: Analysis): StrideDetails[] =>
  sides.flatMap((side) => stridesOfLeg(analysis, side));

function stridesOfLeg(analysis: Analysis, side: Side): StrideDetails[] {
  const { running, strideS } = analysis.gait;
  if (!running || strideS === null) return [];
  return stridesOf(
    stancesOf(analysis).filter(({ accepted }) => accepted),
    side,
    strideS,
  );
}

/** When the foot leaves the ground, percent of the cycle: mean over the strides; null without any. */
export function toeOffPercent(strides: readonly StrideDetails[], stances: readonly StanceDetails[]): number | null {
  const percents = strides.flatMap(({ side, startS, endS }) => {
    const stance = stances.find((one) => one.side === side && one.touchdownS === startS);
    return stance === undefined ? [] : [(100 * (stance.toeOffS - startS)) / (endS - startS)];
  });
  return percents.length === 0 ? null : percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
}

export const writtenContact = ({
  side,
  touchdownS,
  midStanceS,
  toeOffS,
  accepted,
  box,
}: ContactDetails): ContactDetails => ({
  side,
  touchdownS: seconds(touchdownS),
  midStanceS: seconds(midStanceS),
  toeOffS: seconds(toeOffS),
  accepted,
  box,
});

export const writtenStride = ({ side, startS, endS }: StrideDetails): StrideDetails => ({
  side,
  startS: seconds(startS),
  endS: seconds(endS),
});

/** To a tenth of a millisecond. */
export const seconds = (timeS: number): number => round(timeS, decimals.timeS + 1);
