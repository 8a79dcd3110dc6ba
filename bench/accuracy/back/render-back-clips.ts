import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedDataPath } from '../../known-clips.ts';
import { mocapPath } from '../plates/trials.ts';
import { type BackClipConfig, backClipConfigs, backMotions, backPictures } from './back-clip-configs.ts';
import { backClipFolder } from './back-clip-folder.ts';
import { jointMotionText, readJointMotion } from './joint-motion.ts';
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

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}

/** Renders one clip into the cache: needs the renderer with its packages, Chromium and FFmpeg. */
async function render(config: BackClipConfig, renderer: string): Promise<void> {
  const { name, avatar, view = 'back', mode = 'treadmill', fps, seconds, picture, turnedDeg = 0 } = config;
  const folder = join(backClipFolder(), name);
  await mkdir(folder, { recursive: true });
  const { loop, speedMps } = motionOf(config);
  await writeFile(join(folder, 'motion.mot'), jointMotionText(loop.motion));
  const glb = sharedDataPath(`avatars/${avatar}_1_Casual.glb`);
  const contacts = loop.stances.map(({ side, onS, offS }) => ({ side, t: onS, toff: offS }));
  const loopOf = { mot: 'motion.mot', t0: loop.startS, t1: loop.endS, speed: speedMps, contacts };
  const settings = { glb, out: '.', view, mode, fps, seconds, camSide: 1, ...loopOf, ...backPictures[picture] };
  await writeFile(join(folder, 'config.json'), JSON.stringify(settings));
  await run(process.execPath, [join(renderer, 'render.mjs'), join(folder, 'config.json')]);
  const turn = turnedDeg === 0 ? [] : ['-vf', `rotate=${(turnedDeg * Math.PI) / 180}:fillcolor=0x707070`];
  const input = ['-framerate', String(fps), '-i', join(folder, 'frames', '%04d.jpg')];
  const coding = ['-c:v', 'libx264', '-crf', '18', '-pix_fmt', 'yuv420p'];
  await run('ffmpeg', ['-v', 'error', '-y', ...input, ...turn, ...coding, join(folder, 'clip.mp4')]);
  await rm(join(folder, 'frames'), { recursive: true });
}

const [renderer, ...names] = process.argv.slice(2);
if (renderer === undefined)
  throw new Error('usage: node dist/bench/accuracy/back/render-back-clips.js FOLDER_OF_THE_RENDERER [NAME …]');
for (const config of backClipConfigs) {
  const wanted = names.length === 0 || names.some((name) => config.name.startsWith(name));
  if (wanted && !existsSync(join(backClipFolder(), config.name, 'clip.mp4'))) await render(config, renderer);
}
