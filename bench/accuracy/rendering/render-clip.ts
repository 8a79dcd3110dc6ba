import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedDataPath } from '../../known-clips.ts';
import type { MotionLoop } from '../back/plant-motion.ts';
import { jointMotionText } from './joint-motion.ts';
import { inWholeFrames, type LoopTruth, repeatedTruth } from './repeat-loop.ts';

/** A clip that the renderer of `../shared/tools/render` makes of a motion. */
export interface ClipToRender {
  /** Where its `clip.mp4` and `truth.json` go. */
  readonly folder: string;
  readonly avatar: string;
  readonly loop: MotionLoop;
  /** Of the human. */
  readonly speedMps: number;
  readonly fps: number;
  /** Constant rate factor of H.264. */
  readonly crf: number;
  /** FFmpeg's options between input and coding. */
  readonly filter?: readonly string[];
  readonly seconds: number;
  /** Whether the loop's pictures are rendered once and shown again until the clip is full. */
  readonly repeats?: boolean;
  /** What else the renderer is told: view, picture, side. */
  readonly settings: Readonly<Record<string, string | number>>;
}

/** Renders one clip: needs the renderer with its packages, Chromium and FFmpeg. The clip is written last, so that one that is there is whole. */
export async function renderClip(clip: ClipToRender, renderer: string): Promise<void> {
  const { folder, avatar, speedMps, fps, crf, filter = [], settings, repeats = false } = clip;
  const whole = inWholeFrames(clip.loop, fps);
  const loop = repeats ? whole.loop : clip.loop;
  const frames = Math.round(clip.seconds * fps);
  const seconds = repeats ? whole.frames / fps : clip.seconds;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'motion.mot'), jointMotionText(loop.motion));
  const glb = sharedDataPath(`avatars/${avatar}_1_Casual.glb`);
  const contacts = loop.stances.map(({ side, onS, offS }) => ({ side, t: onS, toff: offS }));
  const loopOf = { mot: 'motion.mot', t0: loop.startS, t1: loop.endS, speed: speedMps, contacts };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ glb, out: '.', fps, seconds, ...loopOf, ...settings }));
  await run(process.execPath, [join(renderer, 'render.mjs'), join(folder, 'config.json')]);
  if (repeats) {
    const path = join(folder, 'truth.json');
    const truth = JSON.parse(await readFile(path, 'utf8')) as LoopTruth;
    await writeFile(path, JSON.stringify(repeatedTruth(truth, frames, fps)));
  }
  const again = repeats ? ['-stream_loop', '-1'] : [];
  const input = [...again, '-framerate', String(fps), '-i', join(folder, 'frames', '%04d.jpg')];
  const coding = ['-c:v', 'libx264', '-crf', String(crf), '-pix_fmt', 'yuv420p', '-frames:v', String(frames)];
  await run('ffmpeg', ['-v', 'error', '-y', ...input, ...filter, ...coding, join(folder, 'clip.mp4')]);
  await rm(join(folder, 'frames'), { recursive: true });
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
}
