import { existsSync, readFileSync } from 'node:fs';
import { measureClip } from '../../../engine/measure-clip.ts';
import { frameAngles } from '../../../engine/metrics/frame-angles.ts';
import { estimatePoses } from '../../../engine/pose/estimate-poses.ts';
import { type KeypointName, keypointIndex, keypointNames, type Side } from '../../../engine/pose/keypoint-names.ts';
import type { PoseSequence } from '../../../engine/pose/pose-sequence.ts';
import { nearSide } from '../../../engine/tracks/near-leg.ts';
import { networkIds } from '../../../models/registry.ts';
import { type CurveError, curveError } from '../../curve-error.ts';
import { allKnownClips, sharedDataPath } from '../../known-clips.ts';
import { table } from '../../report/table.ts';
import { signed } from '../signed.ts';

/** Keypoints that RTMPose (26 points of Halpe) saw in the clip of the man on the treadmill. */
const seenPath = sharedDataPath('clips/treadmill_side_male.rtmpose_halpe26.json');
const man = allKnownClips.find(({ cadenceSpm, treadmill }) => treadmill && cadenceSpm !== undefined);

/** What the table is of. */
export const anotherNetworkProse = `**The man on the treadmill beside RTMPose**, whose 26 points of Halpe were read from the same pictures elsewhere: degrees in every frame, root mean square after the mean is taken off; the mean. No truth, but a network of another family; of two that lay a far leg on the near one
where the other sees it, one is wrong. Until such legs were put back ([decision 23](decisions/0023-legs-drawn-on-each-other.md)) the far knee of blazepose-full was 14 off.`;

interface SeenFile {
  readonly keypoint_names: readonly string[];
  readonly frames: readonly (readonly (readonly [xPx: number, yPx: number, score: number])[])[];
}

/** Our names of the file's. Eyes and ears are not in it. */
const nameOf = (name: string): string =>
  name.replace(/^l_/, 'left_').replace(/^r_/, 'right_').replace('big_toe', 'toe');

/** The same clip as another network saw it. */
function seenPoses({ keypoint_names, frames }: SeenFile, pose: PoseSequence): PoseSequence {
  const xPx = new Float64Array(pose.xPx.length).fill(Number.NaN);
  const yPx = xPx.slice();
  const score = new Float64Array(pose.xPx.length);
  for (let frame = 0; frame < pose.frameCount; frame++) {
    for (const [i, name] of keypoint_names.map(nameOf).entries()) {
      const index = keypointIndex[name as KeypointName];
      const point = frames[frame]?.[i];
      if (index === undefined || point === undefined) continue;
      const at = frame * keypointNames.length + index;
      [xPx[at], yPx[at], score[at]] = point;
    }
  }
  return { ...pose, network: 'custom', xPx, yPx, score, found: new Uint8Array(pose.frameCount).fill(1) };
}

/** Every network's knees and hips of the man on the treadmill against RTMPose's, a table; null where his clip is not on this machine. */
export async function anotherNetworkTable(): Promise<string | null> {
  if (man === undefined || !existsSync(man.path) || !existsSync(seenPath)) return null;
  const file = JSON.parse(readFileSync(seenPath, 'utf8')) as SeenFile;
  const request = { heightM: man.heightM, treadmill: true, paceSPerKm: man.paceSPerKm, language: 'en' } as const;
  const rows: string[][] = [];
  for (const network of networkIds) {
    const poses = await estimatePoses(man.path, { network });
    const own = measureClip(poses, request);
    const frames = frameAngles(own);
    const others = frameAngles(measureClip({ ...poses, pose: seenPoses(file, poses.pose) }, request));
    const near = nearSide(own.tracks.facing);
    const limbs: readonly Side[] = [near, near === 'left' ? 'right' : 'left'];
    const cells = (['knee', 'hip'] as const).flatMap((joint) =>
      limbs.map((side) => cell(curveError([...frames[joint][side]], [...others[joint][side]]))),
    );
    rows.push([network, ...cells]);
  }
  return table(['network', 'knee, near', 'knee, far', 'hip, near', 'hip, far'], rows);
}

const cell = (error: CurveError | null): string =>
  error === null ? 'withheld' : `${error.rmsOfShape.toFixed(1)}; ${signed(error.offset, 1)}`;
