import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../../models/model-cache.ts';
import { sharedDataPath } from '../../known-clips.ts';
import { AvatarRig, type MeshoptDecoder } from '../rendering/avatar-rig.ts';
import { renderClip } from '../rendering/render-clip.ts';
import { soleSpeedMps, standOnSoles } from '../rendering/stand-on-soles.ts';
import { type RenderedConfig, renderedConfigs, sidePictures } from './rendered-configs.ts';
import { sideMotion } from './side-motions.ts';

const [renderer, ...names] = process.argv.slice(2);
if (renderer === undefined)
  throw new Error('usage: node dist/bench/accuracy/clips/render-side-clips.js FOLDER_OF_THE_RENDERER [NAME …]');

const decoderPath = join(renderer, 'node_modules/three/examples/jsm/libs/meshopt_decoder.module.js');
const { MeshoptDecoder: decoder } = (await import(decoderPath)) as { readonly MeshoptDecoder: MeshoptDecoder };

/** Renders one clip into the cache, its soles made to stand. */
async function render(config: RenderedConfig, folder: string): Promise<void> {
  const { avatar, mode, fps, seconds, camSide, picture } = config;
  const { loop, speedMps } = sideMotion(config);
  const rig = await AvatarRig.read(sharedDataPath(`avatars/${avatar}_1_Casual.glb`), decoder);
  const scale = soleSpeedMps(loop, rig) / speedMps;
  const standing = standOnSoles(loop, rig, scale * speedMps, scale);
  const { leftOverM, changedDeg, soles } = standing;
  const lastS = Math.max(...soles.map(({ onS, offS }) => offS - onS));
  console.log(
    `${config.name}: belt ${(scale * speedMps).toFixed(2)} m/s, joints turned by up to ${changedDeg.toFixed(0)} degrees, soles off by up to ${(1000 * leftOverM).toFixed(1)} mm, longest stance ${(1000 * lastS).toFixed(0)} ms`,
  );
  const settings = { view: 'side', mode, camSide, subjectLeg: rig.legM / scale, ...sidePictures[picture] };
  await renderClip(
    { folder, avatar, loop: standing.loop, speedMps, fps, seconds, crf: 20, repeats: mode === 'treadmill', settings },
    renderer,
  );
}

const byFrames = [...renderedConfigs].sort((a, b) => a.fps * a.seconds - b.fps * b.seconds);
for (const config of byFrames) {
  const folder = join(defaultCacheFolder(), 'dev-clips', config.name);
  const wanted = names.length === 0 || names.some((name) => config.name.startsWith(name));
  if (wanted && !existsSync(join(folder, 'clip.mp4'))) await render(config, folder);
}
