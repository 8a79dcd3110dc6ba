import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SizePx } from '../../engine/video/video.ts';
import { renderFrames } from '../../fixtures/figure/render-frames.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { defaultCacheFolder } from '../../models/model-cache.ts';

/** To be raised when the same options are to give other pictures. */
const picturesVersion = 1;

/** The runner of the benches: every stride like the others and a third of a second twice, so that pictures can be shown round and round. */
export const benchRunner = { heightM: 1.75, speedMps: 3, cadenceSpm: 180, ground: 'treadmill' } as const;

const strideS = 120 / benchRunner.cadenceSpm;

/** What the CLI is told of the runner. */
export const benchRunnerOptions = ['--height', '1.75', '--treadmill', '--pace', '05:33'] as const;

export interface StrideOptions extends SizePx {
  /** 30, 60, 120 or 240: a stride must be a whole number of frames. */
  readonly fps: number;
}

/** One stride of the painted runner; after the last picture comes the first. */
export interface PaintedStride extends StrideOptions {
  /** Packed 8-bit RGB, rows top down. */
  readonly frames: readonly Uint8Array[];
}

/** Where benches keep what they have made. */
export const benchCache = (): string => join(defaultCacheFolder(), 'bench');

/** A name that follows from what the file is made of. */
export const contentKey = (description: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([picturesVersion, benchRunner, description]))
    .digest('hex')
    .slice(0, 12);

/** Paints one stride of the runner, filling most of the picture's height, or takes it from the cache. */
export async function paintedStride(
  options: StrideOptions,
  onProgress?: (share: number) => void,
): Promise<PaintedStride> {
  const { widthPx, heightPx, fps } = options;
  const path = strideFile(options);
  const frameBytes = widthPx * heightPx * 3;
  const count = Math.round(strideS * fps);
  const cached = await readFile(path).catch(ifMissing);
  const bytes = cached?.length === frameBytes * count ? cached : await paint(options, count, onProgress);
  if (bytes !== cached) await writeWhole(path, bytes);
  const frames = Array.from({ length: count }, (_, i) => bytes.subarray(i * frameBytes, (i + 1) * frameBytes));
  return { widthPx, heightPx, fps, frames };
}

/** Where a painted stride is kept. */
export const strideFile = (options: StrideOptions): string => {
  const { widthPx, heightPx, fps } = options;
  return join(benchCache(), `stride-${widthPx}x${heightPx}-${fps}-${contentKey([widthPx, heightPx, fps])}.rgb`);
};

async function paint(
  { widthPx, heightPx, fps }: StrideOptions,
  count: number,
  onProgress?: (share: number) => void,
): Promise<Buffer> {
  const runner = createRunner(benchRunner);
  const frames = renderFrames({
    camera: sideCamera({ widthPx, heightPx, fieldHeightM: 2.4 }),
    scene: { kind: 'treadmill-room', beltSpeedMps: benchRunner.speedMps },
    count,
    momentAt: (index) => ({ pose: runner.poseAt(index / fps), timeS: index / fps }),
  });
  const painted: Uint8Array[] = [];
  for await (const frame of frames) {
    painted.push(frame);
    onProgress?.(painted.length / count);
  }
  return Buffer.concat(painted);
}

/** Writes a file that appears whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.${randomUUID()}.partial`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(partial, bytes);
  await rename(partial, path);
}

export function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
