import type { Side } from '../pose/keypoint-names.ts';
import { difference } from '../signal/elementwise.ts';
import type { AngleSeries } from './angle-series.ts';
import type { BackClip } from './back-clip.ts';
import type { StanceAngle } from './back-view-metrics.ts';
import { inwardLean } from './inward-lean.ts';
import { stanceAngle } from './stance-angle.ts';

/** Thigh against the shank as drawn, positive: knee towards the midline (valgus), negative: away from it (varus). */
const drawnKneeAdduction = ({ tracks }: Pick<BackClip, 'tracks'>, side: Side): AngleSeries =>
  difference(inwardLean(tracks, side, ['hip', 'knee']), inwardLean(tracks, side, ['knee', 'ankle']));

/** Frontal-plane projection angle of the knee as if the side stood throughout. */
export function kneeAdductionSeries(clip: BackClip, side: Side): AngleSeries {
  const { gain, offsetDeg } = clip.frontal.kneeAdduction;
  return drawnKneeAdduction(clip, side).map((drawn) => offsetDeg + gain * drawn);
}

/**
 * Frontal-plane projection angle of the knee over the stances of a side. A bent knee that turns inwards looks like one that gives way
 * inwards: this is what the picture shows, not the knee's abduction (15 runners: no relation, Dingenen et al.).
 */
export function kneeAdduction(clip: BackClip, side: Side): StanceAngle {
  const { uncertaintyDeg } = clip.frontal.kneeAdduction;
  return stanceAngle(clip.tracks.timesS, kneeAdductionSeries(clip, side), clip.stepsOf[side], uncertaintyDeg);
}
