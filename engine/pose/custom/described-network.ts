import { type Crop, toPictureX, toPictureY } from '../crop.ts';
import { keypointIndex } from '../keypoint-names.ts';
import type { KeypointNetwork, Keypoints } from '../keypoint-network.ts';
import { seesTorso, torsoCrop } from '../movenet/torso-crop.ts';
import type { InferenceSession } from '../runtime/inference-session.ts';
import { createWarp } from '../warp.ts';
import type { NetworkDescription } from './description-schema.ts';
import type { PointReader } from './point-reader.ts';

/** Points further than this many inputs outside of the input are not given. */
const farOutside = 1;
/** Of a description that names no least score: MoveNet's published rule. */
const usualLeastScore = 0.2;

/** A network of the user's own. Who is found and where to look next follow from the keypoints, as for MoveNet. */
export function describedNetwork(
  {
    input,
    crop: { scale = 1, border = 'black', rotation = 'upright' } = {},
    leastScore = usualLeastScore,
  }: NetworkDescription,
  session: InferenceSession,
  readPoints: PointReader,
): KeypointNetwork {
  const { widthPx, heightPx, layout, channels, mean, std } = input;
  const warp = createWarp({
    widthPx,
    heightPx,
    layout,
    channels,
    gain: [1 / std[0], 1 / std[1], 1 / std[2]],
    offset: [-mean[0] / std[0], -mean[1] / std[1], -mean[2] / std[2]],
    border,
  });
  return {
    async read(picture, crop, keypoints) {
      const shown: Crop = {
        ...crop,
        sidePx: crop.sidePx * scale,
        rotationRad: rotation === 'follow' ? crop.rotationRad : 0,
      };
      warp(picture, shown, session.input);
      await session.run();
      keypoints.xPx.fill(Number.NaN);
      readPoints(session, keypoints);
      toPicture(keypoints, shown, widthPx, heightPx);
      const upright = torsoCrop(keypoints, leastScore);
      const nextCrop = rotation === 'follow' ? { ...upright, rotationRad: trunkLeanRad(keypoints) } : upright;
      const found = seesTorso(keypoints, leastScore) && nextCrop.sidePx > 0;
      dropBelow(leastScore, keypoints);
      return { found, nextCrop };
    },
    close: () => session.close(),
  };
}

/** Turns pixels of the input into pixels of the picture, and clears the points that are not given. */
function toPicture({ xPx, yPx, score }: Keypoints, shown: Crop, widthPx: number, heightPx: number): void {
  const longSidePx = Math.max(widthPx, heightPx);
  const near = (place: number, sidePx: number) => Math.abs(place - sidePx / 2) <= (0.5 + farOutside) * sidePx;
  for (let k = 0; k < xPx.length; k++) {
    if (near(xPx[k], widthPx) && near(yPx[k], heightPx) && score[k] >= 0) {
      const u = 0.5 + (xPx[k] - widthPx / 2) / longSidePx;
      const v = 0.5 + (yPx[k] - heightPx / 2) / longSidePx;
      xPx[k] = toPictureX(shown, u, v);
      yPx[k] = toPictureY(shown, u, v);
      score[k] = Math.min(1, score[k]);
    } else {
      clear(xPx, yPx, score, k);
    }
  }
}

function dropBelow(leastScore: number, { xPx, yPx, score }: Keypoints): void {
  for (let k = 0; k < score.length; k++) {
    if (score[k] < leastScore) clear(xPx, yPx, score, k);
  }
}

function clear(xPx: Float64Array, yPx: Float64Array, score: Float64Array, k: number): void {
  xPx[k] = Number.NaN;
  yPx[k] = Number.NaN;
  score[k] = 0;
}

/** Turn of the line from hips to shoulders from upright, clockwise; 0 where one of them is not given. */
function trunkLeanRad({ xPx, yPx }: Keypoints): number {
  const { left_shoulder, right_shoulder, left_hip, right_hip } = keypointIndex;
  const acrossPx = xPx[left_shoulder] + xPx[right_shoulder] - xPx[left_hip] - xPx[right_hip];
  const upPx = yPx[left_hip] + yPx[right_hip] - yPx[left_shoulder] - yPx[right_shoulder];
  const leanRad = Math.atan2(acrossPx, upPx);
  return Number.isNaN(leanRad) ? 0 : leanRad;
}
