import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../../models/model-cache.ts';
import { sharedDataPath } from '../../known-clips.ts';
import type { MeshoptDecoder } from '../rendering/glb-file.ts';
import { readAvatar } from '../rendering/read-avatar.ts';
import { renderClip } from '../rendering/render-clip.ts';
import { soleSpeedMps, standOnSoles } from '../rendering/stand-on-soles.ts';
import { type RenderedConfig, renderedConfigs, type Soles, sideClipFolder, sidePictures } from './rendered-configs.ts';
import { hasClip, hasWholeClip } from './rendered-folder.ts';
import { sideMotion } from './side-motions.ts';
import { type StandingTruth, standingFile } from './standing-truth.ts';

const [renderer, ...names] = process.argv.slice(2);
if (renderer === undefined)
  throw new Error('usage: node dist/bench/accuracy/clips/render-side-clips.js FOLDER_OF_THE_RENDERER [NAME …]');

const decoderPath = join(renderer, 'node_modules/three/examples/jsm/libs/meshopt_decoder.module.js');
const { MeshoptDecoder: decoder } = (await import(decoderPath)) as { readonly MeshoptDecoder: MeshoptDecoder };

const clipsFolder = join(defaultCacheFolder(), 'dev-clips');

/** Renders one clip into the cache; of soles that stand, when they do so is written beside it. */
async function render(config: RenderedConfig, soles: Soles, folder: string): Promise<void> {
  const { avatar, mode, fps, seconds, camSide, picture } = config;
  const { loop, speedMps } = sideMotion(config);
  const settings = { view: 'side', mode, camSide, soles, ...sidePictures[picture] };
  const clip = { folder, avatar, loop, speedMps, fps, seconds, crf: 20, repeats: mode === 'treadmill', settings };
  if (soles === 'own') return renderClip(clip, renderer);
  const rig = await readAvatar(sharedDataPath(`avatars/${avatar}_1_Casual.glb`), decoder);
  const scale = soleSpeedMps(loop, rig) / speedMps;
  const standing = standOnSoles(loop, rig, scale * speedMps, scale);
  const stands = standing.soles.map(({ offS, onS }) => 1000 * (offS - onS));
  console.log(
    `${config.name}: belt ${(scale * speedMps).toFixed(2)} m/s, joints turned by up to ${standing.changedDeg.toFixed(0)} degrees, soles off by up to ${(1000 * standing.leftOverM).toFixed(1)} mm, longest stance ${Math.max(...stands).toFixed(0)} ms`,
  );
  if (!hasClip(folder, soles))
    await renderClip(
      { ...clip, loop: standing.loop, settings: { ...settings, subjectLeg: rig.legM / scale } },
      renderer,
    );
  const standsMs = stands.reduce((sum, ms) => sum + ms, 0) / stands.length;
  await writeFile(join(folder, standingFile), JSON.stringify({ standsMs } satisfies StandingTruth));
}

const byFrames = [...renderedConfigs].sort((a, b) => a.fps * a.seconds - b.fps * b.seconds);
for (const soles of ['own', 'standing'] as const) {
  for (const config of byFrames) {
    const folder = join(clipsFolder, sideClipFolder(config, soles));
    const wanted = names.length === 0 || names.some((name) => config.name.startsWith(name));
    if (wanted && !hasWholeClip(folder, soles)) await render(config, soles, folder);
  }
}
