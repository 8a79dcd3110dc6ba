import { dirname, join } from 'node:path';
import { defaultCacheFolder } from '../../../models/model-cache.ts';
import { type KnownClip, knownClips } from '../../known-clips.ts';
import { readRenderedTruth } from '../../rendered-truth.ts';
import type { ClipWithTruth } from './clip-with-truth.ts';
import { paintedClipsWithTruth } from './painted-clips.ts';
import { avatarHeightM, renderedConfigs, type Soles, sideClipFolder } from './rendered-configs.ts';
import { hasWholeClip } from './rendered-folder.ts';
import { readStandsMs } from './standing-truth.ts';

/** Every clip of a known runner that is on this machine. */
export async function everyClip(): Promise<ClipWithTruth[]> {
  const known = await Promise.all(knownClips().map(fromKnown));
  return [...known, ...(await extraRendered('own')), ...(await paintedClipsWithTruth())];
}

/** A rendered clip's truth is that of the avatar's own sole. */
export async function fromKnown(clip: KnownClip): Promise<ClipWithTruth> {
  const { name, path, heightM, treadmill, cadenceSpm, truthPath } = clip;
  const half = clip.development ? ('development' as const) : ('reporting' as const);
  const known = { name, half, path, heightM, treadmill };
  if (truthPath === undefined) return { ...known, kind: 'real', truth: { ...(cadenceSpm && { cadenceSpm }) } };
  return { ...known, kind: 'rendered', ...(await renderedTruth(truthPath)) };
}

/** A rendered clip with soles that were made to stand, and how long they do. */
export interface StandingClip {
  readonly clip: ClipWithTruth;
  readonly standsMs: number;
}

/** Every such clip that is on this machine. */
export async function standingClips(): Promise<StandingClip[]> {
  const clips = await extraRendered('standing');
  return Promise.all(
    clips.map(async (clip) => {
      const { speedMps, ...others } = clip.truth;
      // Soles that stand go with the belt.
      const truth = speedMps === undefined ? others : { ...others, speedMps, speedOverSolesMps: speedMps };
      return { clip: { ...clip, truth }, standsMs: await readStandsMs(dirname(clip.path)) };
    }),
  );
}

async function extraRendered(soles: Soles): Promise<ClipWithTruth[]> {
  const clips = renderedConfigs.map((config) => ({
    ...config,
    name: sideClipFolder(config, soles),
    folder: join(defaultCacheFolder(), 'dev-clips', sideClipFolder(config, soles)),
  }));
  const here = clips.filter(({ folder }) => hasWholeClip(folder, soles));
  return Promise.all(
    here.map(async ({ name, folder, half, avatar, mode }) => ({
      name,
      half,
      kind: 'rendered' as const,
      path: join(folder, 'clip.mp4'),
      heightM: avatarHeightM[avatar],
      treadmill: mode === 'treadmill',
      ...(await renderedTruth(join(folder, 'truth.json'))),
    })),
  );
}

async function renderedTruth(path: string): Promise<Pick<ClipWithTruth, 'truth' | 'plateContactMs'>> {
  const { sole, plate } = await readRenderedTruth(path);
  return { truth: sole, plateContactMs: plate.contactTimeMs };
}
