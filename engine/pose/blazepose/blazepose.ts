import type { KeypointNetwork } from '../keypoint-network.ts';
import type { OpenModel } from '../open-model.ts';
import { createWarp } from '../warp.ts';
import type { HeatmapClimb } from './heatmap.ts';
import { type BlazePoseOutput, landmarkCrop, readLandmarks } from './landmarks.ts';

const leastPresence = 0.5;

/**
 * BlazePose's landmark network (Bazarevsky et al. 2020): lite, full or heavy.
 *
 * @param climb How the heatmap moves a point; by default to its peak.
 */
export function blazePose({ session, target }: OpenModel, climb?: HeatmapClimb): KeypointNetwork {
  const warp = createWarp({ ...target, border: 'edge' });
  return {
    async read(picture, crop, keypoints) {
      warp(picture, crop, session.input);
      await session.run();
      const output: BlazePoseOutput = {
        landmarks: session.output('landmarks'),
        heatmap: session.output('heatmap'),
        inputSidePx: target.widthPx,
      };
      readLandmarks(output, crop, keypoints, climb);
      return { found: session.output('presence')[0] >= leastPresence, nextCrop: landmarkCrop(output, crop) };
    },
    close: () => session.close(),
  };
}
