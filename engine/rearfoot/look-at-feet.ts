import type { BackStep } from '../gait/back/back-gait.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { readCropsAt } from '../video/read-crops.ts';
import type { VideoProbe } from '../video/video.ts';
import type { FootPicture } from './foot-picture.ts';
import { observeFeet } from './observe-feet.ts';
import { planCrops } from './plan-crops.ts';
import type { RearfootObservation } from './rearfoot-observation.ts';

/**
 * Looks at the feet of a clip from behind at the source's full resolution: decodes it a second time, cuts out each foot while its heel
 * is down, and reads the midlines of heel and lower leg.
 *
 * @param clip Tracks as in the picture, and the time of each of their frames in the file, seconds: in slow motion not that of the tracks.
 * @throws StrideError what `readCropsAt` throws.
 */
export async function lookAtFeet(
  video: VideoProbe,
  { tracks, fileTimesS }: { readonly tracks: Tracks; readonly fileTimesS: Float64Array },
  steps: readonly BackStep[],
  signal?: AbortSignal,
): Promise<RearfootObservation[]> {
  const wanted = planCrops(tracks, steps);
  const regions = wanted.map(({ region }) => region);
  const crops = await readCropsAt(video, regions, fileTimesS, signal);
  const pictures = wanted.flatMap(({ region, ...foot }, i): FootPicture[] => {
    const rgb = crops[i];
    return rgb === undefined ? [] : [{ ...foot, crop: { ...region, rgb } }];
  });
  return observeFeet(pictures);
}
