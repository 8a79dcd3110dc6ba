import type { Side } from '../pose/keypoint-names.ts';
import type { AngleSeries } from './angle-series.ts';
import { everyJoint } from './every-joint.ts';
import type { WithheldReason } from './measured.ts';
import type { Joint, SideViewMetrics } from './side-view-metrics.ts';

/** Flexion of every joint in each frame, degrees; NaN where a point is missing or the clip does not show the angle. */
export type FrameAngles = Readonly<Record<Joint, Readonly<Record<Side, AngleSeries>>>>;

/** Reasons of a withheld angle that speak against every single frame, not only against a mean over strides. */
const againstEveryFrame: ReadonlySet<WithheldReason> = new Set([
  'not_running',
  'wrong_view',
  'runner_too_small',
  'implausible',
]);

/** Of a clip that shows no angle. */
export const noFrameAngles = (frameCount: number): FrameAngles =>
  everyJoint(() => new Float64Array(frameCount).fill(Number.NaN));

/** Of a clip's angles those that it shows frame by frame: the series whose strides are averaged in the metrics. */
export const frameAngles = (
  { jointAngles }: Pick<SideViewMetrics, 'jointAngles'>,
  frameCount: number,
  seriesOf: (joint: Joint, side: Side) => AngleSeries,
): FrameAngles =>
  everyJoint((joint, side) => {
    const { reason } = jointAngles[joint][side].range;
    return reason !== undefined && againstEveryFrame.has(reason)
      ? new Float64Array(frameCount).fill(Number.NaN)
      : seriesOf(joint, side);
  });
