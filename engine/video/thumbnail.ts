import sharp from 'sharp';
import type { SizePx } from './video.ts';

const quality = 84;

/** Writes a picture, packed RGB, as JPEG. */
export async function writeThumbnail(rgb: Uint8Array, { widthPx, heightPx }: SizePx, outPath: string): Promise<void> {
  const picture = sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  await picture.jpeg({ quality }).toFile(outPath);
}
