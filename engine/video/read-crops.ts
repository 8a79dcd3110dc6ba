import { StrideError } from '../errors/stride-error.ts';
import { ByteReader } from './byte-reader.ts';
import { decodeLimits } from './decode.ts';
import { startFfmpegChild } from './ffmpeg-child.ts';
import { nearestFrame } from './nearest-frame.ts';
import { type FrameCrop, frameHeaderBytes } from './protocol.ts';
import type { VideoProbe } from './video.ts';

/**
 * Decodes a probed clip once more, in a process of its own, and cuts pieces out of its frames at full resolution.
 *
 * @returns Packed 8-bit RGB of each crop, in their order; undefined for a frame that cannot be decoded.
 * @throws StrideError `invalid_video`, `decoder_failed` or `aborted`.
 */
export async function readCrops(
  probe: VideoProbe,
  crops: readonly FrameCrop[],
  signal?: AbortSignal,
): Promise<(Uint8Array | undefined)[]> {
  const found = new Array<Uint8Array | undefined>(crops.length).fill(undefined);
  if (crops.length === 0) return found;
  const child = startFfmpegChild({ kind: 'crop', path: probe.path, limits: decodeLimits(probe), crops }, { signal });
  try {
    const reader = new ByteReader(child.stdout);
    const header = Buffer.alloc(frameHeaderBytes);
    while (await reader.fill(header)) {
      const crop = crops[header.readUInt32LE()];
      if (crop === undefined) throw new StrideError('decoder_failed', 'a crop that was not asked for');
      const rgb = new Uint8Array(crop.widthPx * crop.heightPx * 3);
      if (!(await reader.fill(rgb))) break;
      found[header.readUInt32LE()] = rgb;
    }
    await child.result;
    return found;
  } finally {
    await child.stop();
  }
}

/**
 * Reads crops of frames that poses were read in: of clips with many frames a second not every one is among those.
 *
 * @param regions `frame` counts the frames of the poses.
 * @param fileTimesS Of each of these in the file, seconds.
 * @returns As {@link readCrops}.
 */
export const readCropsAt = (
  probe: VideoProbe,
  regions: readonly FrameCrop[],
  fileTimesS: Float64Array,
  signal?: AbortSignal,
): Promise<(Uint8Array | undefined)[]> =>
  readCrops(
    probe,
    regions.map((region) => ({ ...region, frame: nearestFrame(probe.frameTimesS, fileTimesS[region.frame]) })),
    signal,
  );
