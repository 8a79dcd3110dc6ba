import { nearSide } from '../tracks/near-leg.ts';
import { meansOver } from './at-times.ts';
import { meanOf } from './estimate.ts';
import type { Flexions } from './flexions.ts';
import type { Measured } from './measured.ts';
import type { RunningClip } from './running-clip.ts';

/** Interior angle of the near arm's elbow, degrees, 180 straight: mean over whole strides. The far arm is hidden too often. */
export function elbowAngleDeg(clip: RunningClip, { elbow }: Flexions): Measured {
  const { series } = elbow[nearSide(clip.tracks.facing)];
  const interior = series.slice();
  for (let i = 0; i < interior.length; i++) interior[i] = 180 - Math.abs(interior[i]);
  return meanOf(
    meansOver(clip.tracks.timesS, interior, clip.bodyStrides),
    clip.angles.joints.elbow.near.uncertaintyDeg,
    2,
  );
}
