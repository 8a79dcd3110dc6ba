import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sharedDataPath } from '../../known-clips.ts';
import { avatarHeightM } from '../clips/rendered-configs.ts';
import { avatarMidlines } from './avatar-midlines.ts';
import { type BackClipConfig, backClipConfigs } from './back-clip-configs.ts';
import { backClipFolder } from './back-clip-folder.ts';
import type { BackClipWithTruth } from './back-clip-with-truth.ts';
import { paintedBackClipsWithTruth } from './painted-back-clips.ts';
import { readRenderedBackTruth } from './rendered-back-truth.ts';

/** Soles of avatars brush the ground or leave it early; beyond this nobody can say how long the foot is on the ground. */
const mostContactDoubtMs = 20;

/** Every clip from behind of a known runner that is on this machine. */
export async function everyBackClip(): Promise<BackClipWithTruth[]> {
  return [...(await renderedBackClips()), ...(await sharedBackClips()), ...(await paintedBackClipsWithTruth())];
}

/** Those that were rendered into the cache. */
export async function renderedBackClips(): Promise<BackClipWithTruth[]> {
  const here = backClipConfigs.filter(({ name, view }) => view !== 'front' && existsSync(clipPath(name)));
  return Promise.all(here.map(renderedBackClip));
}

/** Cameras in front of the runner. */
export const frontClipPaths = (): { readonly name: string; readonly path: string; readonly heightM: number }[] =>
  backClipConfigs
    .filter(({ name, view }) => view === 'front' && existsSync(clipPath(name)))
    .map(({ name, avatar }) => ({ name, path: clipPath(name), heightM: avatarHeightM[avatar] }));

const clipPath = (name: string): string => join(backClipFolder(), name, 'clip.mp4');

async function renderedBackClip(config: BackClipConfig): Promise<BackClipWithTruth> {
  const { name, half, avatar, mode, plant } = config;
  const [pelvicDropDeg, eversionDeg] = [plant.pelvicDropDeg?.left, plant.eversionPeakDeg?.left];
  const truth = await readRenderedBackTruth(join(backClipFolder(), name, 'truth.json'), config);
  return {
    name,
    half,
    kind: 'rendered',
    path: clipPath(name),
    heightM: avatarHeightM[avatar],
    treadmill: mode !== 'overground',
    bareLegs: avatarMidlines[avatar].bareLegs,
    group: name.replace(/_(drop|ev)\d+$/, ''),
    planted: {
      ...(pelvicDropDeg !== undefined && { pelvicDropDeg }),
      ...(eversionDeg !== undefined && { eversionDeg }),
    },
    truth,
    contactsKnown: truth.soleAgainstPlateMs <= mostContactDoubtMs,
  };
}

const shared = [
  { name: 'syn_back_treadmill_3mps_30fps', avatar: 'Black_F', planted: {} },
  { name: 'syn_back_treadmill_3mps_pelvicdrop_30fps', avatar: 'Hispanic_M', planted: {} },
  { name: 'syn_back_treadmill_3mps_eversion0_30fps', avatar: 'White_F', planted: { eversionDeg: 0 } },
  { name: 'syn_back_treadmill_3mps_eversion8_30fps', avatar: 'White_F', planted: { eversionDeg: 8 } },
] as const;

/** The development half of the clips beside the project: anybody may look at them. */
export async function sharedBackClips(): Promise<BackClipWithTruth[]> {
  const here = shared.filter(({ name }) => existsSync(sharedDataPath(`rendered/${name}.mp4`)));
  return Promise.all(
    here.map(async ({ name, avatar, planted }) => {
      const truth = await readRenderedBackTruth(sharedDataPath(`rendered/${name}.truth.json`), { avatar });
      return {
        name,
        half: 'development' as const,
        kind: 'rendered' as const,
        path: sharedDataPath(`rendered/${name}.mp4`),
        heightM: avatarHeightM[avatar],
        treadmill: true,
        bareLegs: avatarMidlines[avatar].bareLegs,
        group: name.replace(/_eversion\d+_30fps$/, ''),
        planted,
        truth,
        contactsKnown: truth.soleAgainstPlateMs <= mostContactDoubtMs,
      };
    }),
  );
}
