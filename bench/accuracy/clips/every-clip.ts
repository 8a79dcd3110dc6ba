import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../../models/model-cache.ts';
import { type KnownClip, knownClips } from '../../known-clips.ts';
import { readRenderedTruth } from '../../rendered-truth.ts';
import type { ClipWithTruth } from './clip-with-truth.ts';
import { paintedClipsWithTruth } from './painted-clips.ts';
import { avatarHeightM, renderedConfigs } from './rendered-configs.ts';

/** Every clip of a known runner that is on this machine. */
export async function everyClip(): Promise<ClipWithTruth[]> {
  const known = await Promise.all(knownClips().map(fromKnown));
  return [...known, ...(await extraRendered()), ...(await paintedClipsWithTruth())];
}

/** A rendered clip's truth is that of the avatar's own sole. */
export async function fromKnown(clip: KnownClip): Promise<ClipWithTruth> {
  const { name, path, heightM, treadmill, cadenceSpm, truthPath } = clip;
  const truth =
    truthPath === undefined ? { ...(cadenceSpm && { cadenceSpm }) } : (await readRenderedTruth(truthPath)).sole;
  const kind = truthPath === undefined ? 'real' : 'rendered';
  return { name, half: clip.development ? 'development' : 'reporting', kind, path, heightM, treadmill, truth };
}

async function extraRendered(): Promise<ClipWithTruth[]> {
  const folder = join(defaultCacheFolder(), 'dev-clips');
  const here = renderedConfigs.filter(({ name }) => existsSync(join(folder, name, 'clip.mp4')));
  return Promise.all(
    here.map(async ({ name, half, avatar, mode }) => ({
      name,
      half,
      kind: 'rendered' as const,
      path: join(folder, name, 'clip.mp4'),
      heightM: avatarHeightM[avatar],
      treadmill: mode === 'treadmill',
      truth: (await readRenderedTruth(join(folder, name, 'truth.json'))).sole,
    })),
  );
}
