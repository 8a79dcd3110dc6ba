import type { PoseNetwork } from '../../pose/custom/network-choice.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import { acceptContacts } from '../accept-contacts.ts';
import type { Contact } from '../contact.ts';
import { eventUncertaintyS } from '../event-uncertainty.ts';
import { fitStride } from '../phase-fit.ts';
import { type BackCalibration, backCalibration, type TimedBackMark } from './back-calibration.ts';
import type { BackGait, BackStep } from './back-gait.ts';
import { BackMarks } from './back-marks.ts';
import { backPaths, heightByTrunkPx } from './back-paths.ts';
import { isRunningFromBehind } from './running-from-behind.ts';
import { stanceOrder, type TrunkLow } from './stance-order.ts';
import { wholeBodyStride } from './whole-body-stride.ts';

const nothing: BackGait = { steps: [], strideS: null, strideSeS: null, eventUncertaintyS: 0, running: false };

/** From behind no shorter contact is told from a step that was found wrongly, seconds. */
const shortestS = 0.12;

/** What the rules need beyond the tracks. */
export interface BackGaitContext {
  readonly network: PoseNetwork;
  readonly treadmill: boolean;
  /** Instead of the network's own, for keypoints from another source. */
  readonly calibration?: BackCalibration | undefined;
}

/**
 * Rhythm, steps and whether it is running. Steps are left out where the clip shows no running.
 *
 * @param tracks Of a runner who stays at one distance (`steadied.ts`).
 */
export function findBackGait(
  tracks: Tracks,
  { network, treadmill, calibration = backCalibration[network] }: BackGaitContext,
): BackGait {
  const byLegs = fitStride(tracks);
  if (byLegs === null || !(tracks.bodyHeightPx > 0)) return nothing;
  const stride = wholeBodyStride(tracks, byLegs, treadmill);
  const { strideS, strideSeS } = stride;
  const order = stanceOrder(tracks, strideS, heightByTrunkPx(tracks));
  if (order === null) return { ...nothing, strideS, strideSeS };
  const found = contactsOf(tracks, order.lows, strideS, calibration);
  if (!isRunningFromBehind(stride, order, found)) return { ...nothing, strideS, strideSeS };
  const { timesS, frameCount } = tracks;
  const accepted = acceptContacts(found, strideS, timesS[0], timesS[frameCount - 1], shortestS);
  return {
    steps: found.map((contact): BackStep => ({ ...contact, accepted: accepted.includes(contact) })),
    strideS,
    strideSeS,
    eventUncertaintyS: eventUncertaintyS(accepted, calibration.eventUncertaintyS),
    running: true,
  };
}

/** Every stance whose two events can be timed, in order of touchdown. */
function contactsOf(
  tracks: Tracks,
  lows: readonly TrunkLow[],
  strideS: number,
  { touchdown, toeOff }: BackCalibration,
): Contact[] {
  const paths = backPaths(tracks);
  const marks = {
    left: new BackMarks(paths, paths.legs.left, strideS),
    right: new BackMarks(paths, paths.legs.right, strideS),
  };
  return lows
    .flatMap((low): Contact[] => {
      const touchdownS = weightedMean(marks[low.side], low, touchdown);
      const toeOffS = weightedMean(marks[low.side], low, toeOff);
      if (!Number.isFinite(touchdownS) || !Number.isFinite(toeOffS)) return [];
      return [{ side: low.side, touchdownS, toeOffS, midStanceS: (touchdownS + toeOffS) / 2 }];
    })
    .sort((a, b) => a.touchdownS - b.touchdownS);
}

/** What the marks that are seen say together; NaN when the first, which has to be, is not. */
function weightedMean(marks: BackMarks, low: TrunkLow, timed: readonly TimedBackMark[]): number {
  let sum = 0;
  let weights = 0;
  for (const [i, mark] of timed.entries()) {
    const time = marks.timeS(low, mark);
    if (Number.isNaN(time)) {
      if (i === 0) return Number.NaN;
      continue;
    }
    sum += mark.weight * (time + mark.eventAfterS);
    weights += mark.weight;
  }
  return sum / weights;
}
