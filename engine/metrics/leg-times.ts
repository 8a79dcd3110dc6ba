import type { BackStep } from '../gait/back/back-gait.ts';
import type { Side } from '../pose/keypoint-names.ts';
import type { BackClip } from './back-clip.ts';
import { meanOf, scaled } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';

/** A leg's time of fewer steps is withheld. */
const leastSteps = 2;
/** A stride may differ from the clip's by this share: beyond, a touchdown was missed in between. */
const strideTolerance = 0.2;
/**
 * A stride time rests on touchdowns alone, whose habits are the same at its beginning and its end; but they follow the whole clip's fold, from which
 * the strides of a short clip differ by about this much (development half of the clips from behind).
 */
const strideFloorMs = 5;
/** A single stride differs from the leg's mean stride by this much, which its own scatter cannot say (development half, 12 legs with one stride: 13 ms). */
const singleStrideMs = 13;

/** Ground contact of one foot, milliseconds. */
export const legContactTimeMs = ({ stepsOf, gait }: BackClip, side: Side): Measured =>
  meanOf(
    stepsOf[side].map(({ touchdownS, toeOffS }) => 1000 * (toeOffS - touchdownS)),
    1000 * Math.SQRT2 * gait.eventUncertaintyS,
    leastSteps,
  );

/** From a foot's toe-off to the other's touchdown, milliseconds; never below zero. */
export function legFlightTimeMs({ steps, gait, strideS }: BackClip, side: Side): Measured {
  const flights = steps.slice(1).flatMap((next, i): number[] => {
    const { side: before, toeOffS } = steps[i] as BackStep;
    const flightS = next.touchdownS - toeOffS;
    return before === side && next.side !== side && flightS < strideS / 2 ? [1000 * flightS] : [];
  });
  const seen = meanOf(flights, 1000 * Math.SQRT2 * gait.eventUncertaintyS, leastSteps);
  if (seen.value === null || seen.halfWidth === null) return seen;
  if (seen.value + seen.halfWidth < 0) return withheld('implausible', seen.n);
  return measured(Math.max(0, seen.value), seen.halfWidth, seen.n);
}

/** From a foot's touchdown to its next, milliseconds. */
export function legStrideTimeMs({ stepsOf, strideS }: BackClip, side: Side): Measured {
  const own = stepsOf[side];
  const strides = own.slice(1).flatMap(({ touchdownS }, i) => {
    const lastedS = touchdownS - (own[i] as BackStep).touchdownS;
    return Math.abs(lastedS - strideS) <= strideTolerance * strideS ? [1000 * lastedS] : [];
  });
  return meanOf(strides, strides.length === 1 ? singleStrideMs : strideFloorMs, 1);
}

/** Contact as a share of the clip's stride, percent. */
export const stancePercent = (contactTimeMs: Measured, strideS: number): Measured =>
  scaled(contactTimeMs, 0.1 / strideS);

/** The rest of the stride, percent. */
export function swingPercent(stance: Measured): Measured {
  if (stance.value === null || stance.halfWidth === null) return stance;
  return measured(100 - stance.value, stance.halfWidth, stance.n);
}
