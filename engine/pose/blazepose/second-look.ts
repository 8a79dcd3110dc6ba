import { footKeypointNames, type KeypointName, keypointIndex } from '../keypoint-names.ts';
import { emptyKeypoints, type KeypointNetwork, type Keypoints } from '../keypoint-network.ts';

const legNames: readonly KeypointName[] = [
  ...(['left_knee', 'right_knee', 'left_ankle', 'right_ankle'] as const),
  ...footKeypointNames,
];
const legs = legNames.map((name) => keypointIndex[name]);

/** Misplaced feet score about 0.2, well placed ones about 0.6. */
const doubtfulScore = 0.2;
/** The second crop, as a share of the first. A network that lost a leg in one often finds it in the other. */
const secondSide = 0.9;

/**
 * A network that looks again, a little closer, where a leg's point is doubtful, and keeps the picture of which it is surer.
 * On a dim treadmill clip the 90th percentile of the heel’s error falls from 55 to 39 px for a third more time; where all is clear
 * it costs nothing.
 */
export function withSecondLook(network: KeypointNetwork): KeypointNetwork {
  const second = emptyKeypoints();
  return {
    async read(picture, crop, keypoints) {
      const reading = await network.read(picture, crop, keypoints);
      if (!reading.found || leastLegScore(keypoints) >= doubtfulScore) return reading;
      const closer = { ...crop, sidePx: crop.sidePx * secondSide };
      const { found } = await network.read(picture, closer, second);
      if (found && sumOfLegScores(second) > sumOfLegScores(keypoints)) {
        keypoints.xPx.set(second.xPx);
        keypoints.yPx.set(second.yPx);
        keypoints.score.set(second.score);
      }
      return reading;
    },
    close: () => network.close(),
  };
}

function leastLegScore({ score }: Keypoints): number {
  let least = 1;
  for (const k of legs) least = Math.min(least, score[k]);
  return least;
}

function sumOfLegScores({ score }: Keypoints): number {
  let sum = 0;
  for (const k of legs) sum += score[k];
  return sum;
}
