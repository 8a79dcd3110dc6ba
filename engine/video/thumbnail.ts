import { resolve } from 'node:path';
import sharp from 'sharp';
import { decodeFrames } from './decode.ts';
import { defaultLimits, probeVideo } from './probe.ts';
import { withScratch } from './scratch.ts';

export interface ThumbnailOptions {
  readonly videoPath: string;
  /** Index of the frame to show; the nearest one when the video has fewer. */
  readonly frame: number;
  readonly outPath: string;
  readonly signal?: AbortSignal | undefined;
}

const quality = 84;

/**
 * Writes one frame of a video as JPEG, at the video's size. The file appears when it is complete, or not at all.
 *
 * @throws StrideError as `probeVideo` and `decodeFrames` do.
 */
export async function writeThumbnail({ videoPath, frame, outPath, signal }: ThumbnailOptions): Promise<void> {
  const limits = { ...defaultLimits, maxBytes: Number.POSITIVE_INFINITY, minFrames: 1 };
  const probe = await probeVideo(videoPath, { limits, signal });
  const onlyIndex = Math.max(0, Math.min(frame, probe.frameTimesS.length - 1));
  const { widthPx: width, heightPx: height } = probe;
  const size = { widthPx: width, heightPx: height };
  await withScratch(resolve(outPath), async (scratch) => {
    for await (const { rgb } of decodeFrames(probe, size, { signal, onlyIndex })) {
      const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
      await picture.jpeg({ quality, mozjpeg: true }).toFile(scratch.path('picture.jpg'));
    }
    await scratch.publish('picture.jpg');
  });
}
