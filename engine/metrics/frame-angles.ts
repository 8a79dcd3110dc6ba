import type { SideAnalysis } from '../analysis.ts';
import { steadyContacts } from '../gait/steady-contacts.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { angleCalibration } from './angle-calibration.ts';
import type { AngleSeries } from './angle-series.ts';
import { everyJoint } from './every-joint.ts';
import { jointFlexion } from './joint-flexion.ts';
import type { WithheldReason } from './measured.ts';
import { stridesOf } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';
import { strideTurns } from './stride-turns.ts';

/** Reasons of a withheld angle that speak against every single frame, not only against a mean over strides. */
const againstEveryFrame: ReadonlySet<WithheldReason> = new Set([
  'not_running',
  'wrong_view',
  'runner_too_small',
  'implausible',
]);

/**
 * Flexion of every joint in each frame, degrees, as in `SideViewMetrics.jointAngles`: the series whose strides are averaged there.
 * Of the length of the tracks; NaN where a point is missing or the clip does not show the angle.
 */
export function frameAngles({
  tracks,
  pose,
  metrics,
  gait,
}: Pick<SideAnalysis, 'tracks' | 'pose' | 'metrics' | 'gait'>): Record<Joint, Record<Side, AngleSeries>> {
  const { contacts, strideS } = gait;
  const steady = strideS === null ? [] : steadyContacts(contacts, strideS);
  const turnsOf = (side: Side): Float64Array =>
    strideTurns(tracks.timesS, stridesOf(steady, side, strideS ?? Number.NaN));
  const turns = { left: turnsOf('left'), right: turnsOf('right') };
  const clip = { tracks, angles: angleCalibration[pose.network], turns };
  return everyJoint((joint, side) => {
    const { reason } = metrics.jointAngles[joint][side].range;
    return reason !== undefined && againstEveryFrame.has(reason)
      ? new Float64Array(tracks.frameCount).fill(Number.NaN)
      : jointFlexion(clip, joint, side);
  });
}
