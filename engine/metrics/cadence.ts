import { halfWidthOf } from './estimate.ts';
import { type Measured, measured, withheld } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Uncertainty that the phase fit's own error does not hold, such as the camera's clock and filters: steps per minute. */
const floorSpm = 0.15;
/** Below this many strides the period rests on too little. */
const leastStrides = 1.8;

/** Steps per minute from the stride period: two steps a stride. */
export function cadenceSpm(clip: RunningClip): Measured {
  const { timesS, frameCount } = clip.tracks;
  const durationS = (timesS[frameCount - 1] as number) - (timesS[0] as number);
  const steps = Math.floor((2 * durationS) / clip.strideS);
  if (durationS / clip.strideS < leastStrides) return withheld('too_few_steps', steps);
  const cadence = 120 / clip.strideS;
  const fromFit = cadence * ((clip.gait.strideSeS ?? 0) / clip.strideS);
  return measured(cadence, halfWidthOf(Math.hypot(fromFit, floorSpm)), steps);
}
