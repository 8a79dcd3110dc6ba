import { existsSync } from 'node:fs';
import { measureClip } from '../../../engine/measure-clip.ts';
import { estimatePoses } from '../../../engine/pose/estimate-poses.ts';
import { otherSide, type Side } from '../../../engine/pose/keypoint-names.ts';
import { nearSide } from '../../../engine/tracks/near-leg.ts';
import { networkIds } from '../../../models/registry.ts';
import { type CurveError, curveError } from '../../curve-error.ts';
import { allKnownClips, sharedDataPath } from '../../known-clips.ts';
import { table } from '../../report/table.ts';
import { rtmposePoses } from '../../rtmpose-poses.ts';
import { signed } from '../signed.ts';

/** Keypoints that RTMPose (26 points of Halpe) saw in the clip of the man on the treadmill. */
const seenPath = sharedDataPath('clips/treadmill_side_male.rtmpose_halpe26.json');
const man = allKnownClips.find(({ cadenceSpm, treadmill }) => treadmill && cadenceSpm !== undefined);

/** What the table is of. */
export const anotherNetworkProse = `**The man on the treadmill beside RTMPose**, whose 26 points of Halpe were read from the same pictures elsewhere. The columns are knee and hip of the near and the far leg. A cell is the difference over all frames in degrees: its root mean square after the mean is taken off, then the mean.

- RTMPose is no truth, but a network of another family. Where one of two networks lays a far leg on the near one and the other sees it, one is wrong.
- Until such legs were put back ([decision 23](decisions/0023-legs-drawn-on-each-other.md)), the far knee of blazepose-full was 14 degrees off.`;

/** Every network's knees and hips of the man on the treadmill against RTMPose's, a table; null where his clip is not on this machine. */
export async function anotherNetworkTable(): Promise<string | null> {
  if (man === undefined || !existsSync(man.path) || !existsSync(seenPath)) return null;
  const request = { heightM: man.heightM, treadmill: true, paceSPerKm: man.paceSPerKm, language: 'en' } as const;
  const rows: string[][] = [];
  for (const network of networkIds) {
    const poses = await estimatePoses(man.path, { network });
    const own = measureClip(poses, request);
    const frames = own.frameAngles;
    const others = measureClip({ ...poses, pose: rtmposePoses(seenPath, poses.pose.frameCount) }, request).frameAngles;
    const near = nearSide(own.tracks.facing);
    const limbs: readonly Side[] = [near, otherSide(near)];
    const cells = (['knee', 'hip'] as const).flatMap((joint) =>
      limbs.map((side) => cell(curveError([...frames[joint][side]], [...others[joint][side]]))),
    );
    rows.push([network, ...cells]);
  }
  return table(['network', 'knee, near', 'knee, far', 'hip, near', 'hip, far'], rows);
}

const cell = (error: CurveError | null): string =>
  error === null ? 'withheld' : `${error.rmsOfShape.toFixed(1)}; ${signed(error.offset, 1)}`;
