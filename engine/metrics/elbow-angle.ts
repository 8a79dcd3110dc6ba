import { nearSide } from '../tracks/near-leg.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import { jointSeries } from './joint-definitions.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** The arm turns in and out of the picture's plane, which a single camera reads as bending. */
const outOfPlaneDeg = 4;

/** Interior angle of the near arm's elbow, degrees, 180 straight: mean over whole strides. The far arm is hidden too often. */
export function elbowAngleDeg(clip: RunningClip): Measured {
  const flexion = jointSeries(clip.tracks, 'elbow', nearSide(clip.tracks.facing));
  const interior = flexion.map((angle) => 180 - Math.abs(angle));
  const bias = Math.hypot(outOfPlaneDeg, clip.calibration.angleUncertaintyDeg);
  return meanOf(meansOver(clip.tracks.timesS, interior, clip.strides), bias, 2);
}
