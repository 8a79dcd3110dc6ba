import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EncodeOptions, encodeVideo } from '../../engine/video/encode.ts';
import type { SizePx } from '../../engine/video/video.ts';

export interface ClipOptions extends Partial<Omit<EncodeOptions, 'frames' | 'outPath'>> {
  readonly frameCount: number;
  readonly paint?: PaintFrame;
}

/** Colours one pixel of one frame. */
export type PaintFrame = (x: number, y: number, frame: number) => readonly [r: number, g: number, b: number];

export const clipSize: SizePx = { widthPx: 128, heightPx: 64 };

const movingRamp: PaintFrame = (x, y, frame) => [(x * 2 + frame * 5) & 255, (y * 4) & 255, (frame * 9) & 255];

/** Makes a small MP4 in `folder` and gives its path. */
export async function makeClip(folder: string, name: string, options: ClipOptions): Promise<string> {
  const { frameCount, paint = movingRamp, size = clipSize, fps = 30, ...rest } = options;
  const outPath = join(folder, name);
  await encodeVideo({ ...rest, size, fps, frames: paintFrames(size, frameCount, paint), outPath });
  return outPath;
}

function* paintFrames({ widthPx, heightPx }: SizePx, count: number, paint: PaintFrame): Generator<Uint8Array> {
  for (let frame = 0; frame < count; frame++) {
    const rgb = new Uint8Array(widthPx * heightPx * 3);
    for (let y = 0; y < heightPx; y++) {
      for (let x = 0; x < widthPx; x++) rgb.set(paint(x, y, frame), (y * widthPx + x) * 3);
    }
    yield rgb;
  }
}

/** Copies an MP4 with bytes changed behind the first box of the given type (four letters); the offset counts from its end. */
export async function patchBox(
  from: string,
  to: string,
  box: string,
  change: (file: Buffer, afterTag: number) => void,
): Promise<string> {
  const file = await readFile(from);
  const at = file.indexOf(box, 0, 'latin1');
  if (at < 0) throw new Error(`no box ${box}`);
  change(file, at + 4);
  await writeFile(to, file);
  return to;
}

/** Writes a track header's 3x3 matrix, given its first two rows. */
export function setMatrix(file: Buffer, afterTag: number, [a, b, c, d]: readonly number[]): void {
  [a, b, 0, c, d, 0, 0, 0].forEach((value, i) => {
    file.writeInt32BE(value * 65536, afterTag + 40 + 4 * i);
  });
}
