import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SizePx } from '../../engine/video/video.ts';
import {
  benchCache,
  contentKey,
  ifMissing,
  paintedStride,
  type StrideOptions,
  strideFile,
} from '../pictures/painted-stride.ts';
import { avJob } from './av-job.ts';

/** A clip as a phone makes it. */
export interface BenchClip extends SizePx {
  readonly name: string;
  readonly fps: number;
  readonly durationS: number;
  /** The size at which the runner is painted; a phone's lens is hardly sharper. */
  readonly paintedSize: SizePx;
}

const landscape = (heightPx: number): SizePx => ({ widthPx: (heightPx * 16) / 9, heightPx });

/** The clips that whole analyses are measured on: as long as the API takes them. */
export const benchClips = {
  '1080p30': { name: '1080p30', ...landscape(1080), fps: 30, durationS: 10, paintedSize: landscape(540) },
  '1080p60': { name: '1080p60', ...landscape(1080), fps: 60, durationS: 10, paintedSize: landscape(540) },
  '720p240': { name: '720p240', ...landscape(720), fps: 240, durationS: 10, paintedSize: landscape(360) },
} as const satisfies Record<string, BenchClip>;

const bitsPerSecond = 18e6;
/** Strength of the sensor's noise in steps of brightness. Without it, a painted clip would need far fewer bits. */
const noiseStrength = 5;
/** Rate factors of x264 between which the right one lies, and how near to the rate is near enough. */
const crfBounds = [12, 32] as const;
const nearEnough = 0.08;
const mostProbes = 8;
const probeS = 1;

/**
 * The path of a clip, made of a painted stride that is repeated, enlarged and overlaid with seeded noise, in H.264 of about
 * 18 Mbit/s. Made once, then taken from the cache.
 */
export async function benchClip(clip: BenchClip, onProgress?: (share: number) => void): Promise<string> {
  const path = join(benchCache(), `clip-${clip.name}-${clip.durationS}s-${contentKey([clip, noiseStrength])}.mp4`);
  if ((await stat(path).catch(ifMissing)) !== null) return path;
  const stride: StrideOptions = { ...clip.paintedSize, fps: clip.fps };
  await paintedStride(stride, (share) => onProgress?.(share / 2));
  const { paintedSize: strideSize, fps, widthPx, heightPx } = clip;
  const size = { widthPx, heightPx };
  const job = { kind: 'write', stridePath: strideFile(stride), strideSize, size, fps, noiseStrength } as const;
  const probePath = `${path}.${process.pid}.probe`;
  const crf = await crfForRate(async (candidate) => {
    const { bytes } = await avJob({ ...job, path: probePath, frames: probeS * fps, crf: candidate });
    await rm(probePath);
    return (8 * bytes) / probeS;
  });
  await avJob({ ...job, path, frames: clip.durationS * fps, crf });
  onProgress?.(1);
  return path;
}

/** The rate factor that gives about the wanted bits. Noise is all or nothing to an encoder, so the rate falls steeply: it is halved in. */
async function crfForRate(rateOf: (crf: number) => Promise<number>): Promise<number> {
  let [low, high]: [number, number] = [...crfBounds];
  let crf = (low + high) / 2;
  for (let probe = 0; probe < mostProbes; probe++) {
    const excess = (await rateOf(crf)) / bitsPerSecond;
    if (Math.abs(excess - 1) < nearEnough) break;
    if (excess > 1) low = crf;
    else high = crf;
    crf = (low + high) / 2;
  }
  return crf;
}
