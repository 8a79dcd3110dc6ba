import { readFile } from 'node:fs/promises';
import { bytesPerPicture, type PlanarPicture, viewPicture } from '../../engine/video/planar-picture.ts';
import { ifMissing, paintedStride, type StrideOptions, strideFile, writeWhole } from './painted-stride.ts';
import { toYuv, yuvLayout } from './to-yuv.ts';

/** A stride's pictures as a decoder gives them, in memory, to be shown round and round. */
export interface RoundOfPictures extends StrideOptions {
  readonly pictures: readonly PlanarPicture[];
}

/** Takes the pictures from the cache, or paints them. */
export async function roundOfPictures(options: StrideOptions): Promise<RoundOfPictures> {
  const path = strideFile(options).replace(/rgb$/, 'yuv');
  const layout = yuvLayout(options);
  const length = bytesPerPicture(layout);
  const bytes = (await readFile(path).catch(ifMissing)) ?? (await convert(options, path));
  const pictures = Array.from({ length: bytes.length / length }, (_, i) =>
    viewPicture(layout, bytes.subarray(i * length, (i + 1) * length)),
  );
  return { ...options, pictures };
}

async function convert(options: StrideOptions, path: string): Promise<Uint8Array> {
  const { frames } = await paintedStride(options);
  const bytes = Buffer.concat(frames.flatMap((rgb) => toYuv(rgb, options).planes));
  await writeWhole(path, bytes);
  return bytes;
}
