import { CubicSpline } from '../signal/cubic-spline.ts';
import type { AngleSeries } from './angle-series.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { angleOverCycle } from './joint-angles.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';
import type { JointAngle } from './side-view-metrics.ts';

/** Mean over whole strides of an angle that the body has once, degrees. @param biasDeg Standard uncertainty common to all strides. */
export const bodyAngleDeg = (clip: RunningClip, angles: AngleSeries, biasDeg: number): Measured =>
  meanOf(meansOver(clip.tracks.timesS, angles, clip.bodyStrides), biasDeg, 2);

/** The same over the gait cycle of one leg, at the events of both. */
export const bodyAngleCycle = (clip: RunningClip, angles: AngleSeries, biasDeg: number): JointAngle =>
  angleOverCycle(clip, new CubicSpline(clip.tracks.timesS, angles), {
    contacts: clip.gait.contacts,
    timesS: clip.curveTimesS[clip.bodySide],
    biasDeg,
    cutOffHz: null,
  });
