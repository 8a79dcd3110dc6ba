import type { Side } from '../pose/keypoint-names.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import type { AngleSeries } from './angle-series.ts';
import { asItMoved, thighCutOffHz } from './as-it-moved.ts';
import { everyJoint } from './every-joint.ts';
import { jointFlexion } from './joint-flexion.ts';
import type { RunningClip } from './running-clip.ts';
import type { Joint } from './side-view-metrics.ts';

/** A joint's flexion in the frames, degrees, and between them. */
export interface Flexion {
  readonly series: AngleSeries;
  readonly between: CubicSpline;
  /** The same with what the low-pass takes off put back, to be read at events. */
  readonly asMoved: CubicSpline;
}

/** Flexion of every joint of both sides. */
export type Flexions = Readonly<Record<Joint, Readonly<Record<Side, Flexion>>>>;

/** Works out once what several metrics look at. */
export const flexionsOf = (clip: RunningClip): Flexions =>
  everyJoint((joint, side) => {
    const series = jointFlexion(clip, joint, side);
    const between = new CubicSpline(clip.tracks.timesS, series);
    const cutOffHz = thighCutOffHz(joint, clip.fps);
    return { series, between, asMoved: cutOffHz === null ? between : asItMoved(clip, side, series, between, cutOffHz) };
  });
