import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtEntry } from '../../engine/built-entry.ts';
import type { SizePx } from '../../engine/video/video.ts';

/** Decodes every frame of a clip on one thread, in full, and drops it. */
export interface BareDecodeJob {
  readonly kind: 'decode';
  readonly path: string;
}

export interface BareDecode {
  /** Processor time of the decoding alone, without the start of the process. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Between one picture and the next, milliseconds. */
  readonly pictureMs: readonly number[];
}

/** Writes a clip from a painted stride that is repeated, enlarged and overlaid with seeded noise. */
export interface WriteClipJob {
  readonly kind: 'write';
  /** Raw RGB pictures of `strideSize`, one after the other. */
  readonly stridePath: string;
  readonly strideSize: SizePx;
  readonly path: string;
  readonly size: SizePx;
  readonly fps: number;
  readonly frames: number;
  readonly noiseStrength: number;
  readonly crf: number;
}

export interface WrittenClip {
  readonly bytes: number;
}

const mostAnswerBytes = 16e6;

export function avJob(job: BareDecodeJob): Promise<BareDecode>;
export function avJob(job: WriteClipJob): Promise<WrittenClip>;
/** Lets FFmpeg do something in a process of its own. @throws Error with what the process said if it fails. */
export async function avJob(job: BareDecodeJob | WriteClipJob): Promise<BareDecode | WrittenClip> {
  const entry = fileURLToPath(builtEntry(import.meta.url, './av-process.js'));
  const arguments_ = [entry, JSON.stringify(job)];
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { maxBuffer: mostAnswerBytes });
  return JSON.parse(stdout) as BareDecode | WrittenClip;
}
