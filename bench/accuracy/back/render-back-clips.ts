import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mocapPath } from '../plates/trials.ts';
import { readJointMotion } from '../rendering/joint-motion.ts';
import { renderClip } from '../rendering/render-clip.ts';
import { type BackClipConfig, backClipConfigs, backMotions, backPictures } from './back-clip-configs.ts';
import { backClipFolder } from './back-clip-folder.ts';
import { type MotionLoop, mirrored, plantMotion, type Stance } from './plant-motion.ts';

interface TrialFile {
  readonly trial: string;
  readonly speed_mps: number;
  readonly contacts: readonly { readonly side: 'L' | 'R'; readonly on: number; readonly off: number }[];
}

/** The motion of a clip, planted. */
function motionOf({ motion, plant, ...config }: BackClipConfig): { loop: MotionLoop; speedMps: number } {
  const source = backMotions[motion];
  const trials = JSON.parse(readFileSync(mocapPath('truth.json'), 'utf8')) as TrialFile[];
  const trial = trials.find((each) => each.trial === source.trial);
  if (trial === undefined) throw new Error(`no trial ${source.trial}`);
  const all: Stance[] = trial.contacts.map(({ side, on, off }) => ({ side, onS: on, offS: off }));
  const startS = all[0].onS;
  const endS = 'strideS' in source ? startS + source.strideS : all[2 * source.strides].onS;
  const stances = all.filter(({ onS }) => onS < endS - 0.01);
  const loop = { motion: readJointMotion(mocapPath(source.angles)), startS, endS, stances };
  return { loop: plantMotion(config.mirrored ? mirrored(loop) : loop, plant), speedMps: trial.speed_mps };
}

/** Renders one clip into the cache. */
async function render(config: BackClipConfig, renderer: string): Promise<void> {
  const { name, avatar, view = 'back', mode = 'treadmill', fps, seconds, picture, turnedDeg = 0 } = config;
  const { loop, speedMps } = motionOf(config);
  const filter = turnedDeg === 0 ? [] : ['-vf', `rotate=${(turnedDeg * Math.PI) / 180}:fillcolor=0x707070`];
  const settings = { view, mode, camSide: 1, ...backPictures[picture] };
  const folder = join(backClipFolder(), name);
  await renderClip({ folder, avatar, loop, speedMps, fps, seconds, crf: 18, filter, settings }, renderer);
}

const [renderer, ...names] = process.argv.slice(2);
if (renderer === undefined)
  throw new Error('usage: node dist/bench/accuracy/back/render-back-clips.js FOLDER_OF_THE_RENDERER [NAME …]');
for (const config of backClipConfigs) {
  const wanted = names.length === 0 || names.some((name) => config.name.startsWith(name));
  if (wanted && !existsSync(join(backClipFolder(), config.name, 'clip.mp4'))) await render(config, renderer);
}
