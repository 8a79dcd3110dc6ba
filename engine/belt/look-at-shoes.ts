import type { ClipGait } from '../gait/read-gait.ts';
import { readCropsAt } from '../video/read-crops.ts';
import type { VideoProbe } from '../video/video.ts';
import { followShoe, type ShoePicture } from './follow-shoe.ts';
import { greyCrop } from './grey-crop.ts';
import { planShoes } from './plan-shoes.ts';
import type { ShoeSpeed } from './shoe-speed.ts';

/**
 * Looks at the shoes of a runner on a treadmill while they stand: decodes the clip a second time, cuts them out, and follows each
 * through its stance.
 *
 * @param tracks As in the picture, in the runner's time.
 * @param factor Seconds of the file for one of the runner's.
 * @returns One speed for each stance whose shoe could be followed.
 * @throws StrideError what `readCropsAt` throws.
 */
export async function lookAtShoes(
  video: VideoProbe,
  { tracks, gait }: Pick<ClipGait, 'tracks' | 'gait'>,
  factor: number,
  signal?: AbortSignal,
): Promise<ShoeSpeed[]> {
  const stances = planShoes(tracks, gait.contacts);
  const regions = stances.flatMap(({ shoes }) => shoes.map(({ region }) => region));
  const fileTimesS = tracks.timesS.map((timeS) => timeS * factor);
  const crops = await readCropsAt(video, regions, fileTimesS, signal);
  let at = 0;
  return stances.flatMap(({ side, shoes }): ShoeSpeed[] => {
    const pictures = shoes.flatMap(({ timeS, anklePx: [x, y], region }): ShoePicture[] => {
      const rgb = crops[at++];
      const { pixelPx } = region;
      const ankle = [x / pixelPx, y / pixelPx] as const;
      return rgb === undefined ? [] : [{ timeS: timeS * factor, crop: greyCrop(region, rgb), ankle }];
    });
    const { pixelPx } = shoes[0].region;
    const velocity = pictures.length < 2 ? null : followShoe(pictures, tracks.facing, tracks.bodyHeightPx / pixelPx);
    if (velocity === null) return [];
    const timeS = (pictures[0].timeS + pictures[pictures.length - 1].timeS) / 2;
    return [{ side, timeS, backwardPxS: -velocity.forward * pixelPx, downwardPxS: velocity.down * pixelPx }];
  });
}
