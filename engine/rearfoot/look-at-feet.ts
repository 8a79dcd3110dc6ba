import type { BackStep } from '../gait/back/back-gait.ts';
import type { Tracks } from '../tracks/tracks.ts';
import { readCrops } from '../video/read-crops.ts';
import type { VideoProbe } from '../video/video.ts';
import type { FootPicture } from './foot-picture.ts';
import { observeFeet } from './observe-feet.ts';
import { planCrops } from './plan-crops.ts';
import type { RearfootObservation } from './rearfoot-observation.ts';

/**
 * Looks at the feet of a clip from behind at the source's full resolution: decodes it a second time, cuts out each foot while its heel
 * is down, and reads the midlines of heel and lower leg.
 *
 * @param tracks As in the picture, in the clip's frames.
 * @throws StrideError what `readCrops` throws.
 */
export async function lookAtFeet(
  video: VideoProbe,
  tracks: Tracks,
  steps: readonly BackStep[],
  signal?: AbortSignal,
): Promise<RearfootObservation[]> {
  const wanted = planCrops(tracks, steps);
  const crops = await readCrops(
    video,
    wanted.map(({ region }) => ({ ...region, frame: clipFrame(video, tracks, region.frame) })),
    signal,
  );
  const pictures = wanted.flatMap(({ region, ...foot }, i): FootPicture[] => {
    const rgb = crops[i];
    return rgb === undefined ? [] : [{ ...foot, crop: { ...region, rgb } }];
  });
  return observeFeet(pictures);
}

/** The clip's frame that a frame of the tracks was read from: of clips with many frames a second not all are. */
function clipFrame({ frameTimesS }: VideoProbe, { timesS }: Tracks, frame: number): number {
  if (timesS.length === frameTimesS.length) return frame;
  let nearest = frame;
  for (let i = frame; i < frameTimesS.length; i++) {
    if (Math.abs(frameTimesS[i] - timesS[frame]) < Math.abs(frameTimesS[nearest] - timesS[frame])) nearest = i;
  }
  return nearest;
}
