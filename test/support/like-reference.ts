import type { ReferenceKeypoint } from '../../bench/peer/pose-detection.ts';
import { blazePose } from '../../engine/pose/blazepose/blazepose.ts';
import { mediaPipeStep } from '../../engine/pose/blazepose/heatmap.ts';
import type { Crop } from '../../engine/pose/crop.ts';
import { type KeypointName, keypointIndex } from '../../engine/pose/keypoint-names.ts';
import type { KeypointNetwork, Keypoints } from '../../engine/pose/keypoint-network.ts';
import { moveNet } from '../../engine/pose/movenet/movenet.ts';
import type { OpenModel } from '../../engine/pose/open-model.ts';
import type { InferenceSession } from '../../engine/pose/runtime/inference-session.ts';
import { modelRegistry, type NetworkId } from '../../models/registry.ts';

const isMoveNet = (network: NetworkId): boolean => network.startsWith('movenet');

/**
 * A network that reads as `@tensorflow-models/pose-detection` does: BlazePose's points take MediaPipe's one step on the heatmap,
 * MoveNet sees whole numbers, and nothing is looked at twice.
 */
export const readsLikeReference = (network: NetworkId, model: OpenModel): KeypointNetwork =>
  isMoveNet(network) ? moveNet({ ...model, session: onWholeNumbers(model.session) }) : blazePose(model, mediaPipeStep);

const onWholeNumbers = (session: InferenceSession): InferenceSession => ({
  ...session,
  run() {
    session.input.forEach((value, index) => {
      session.input[index] = Math.trunc(value);
    });
    return session.run();
  },
});

/**
 * The crop with which our warp samples the very places that pose-detection samples for `crop` in a square picture. Its BlazePose
 * puts the first sample on the crop's corner instead of half a step inside, with the first pixel's centre at 0; its MoveNet puts
 * the first and last samples on the first and last pixels' centres.
 */
export function sampledByReference(network: NetworkId, crop: Crop, pictureSidePx: number): Crop {
  const samples = inputSidePx(network);
  if (isMoveNet(network)) {
    const shrink = (pictureSidePx - 1) / pictureSidePx;
    return {
      rotationRad: 0,
      centreXPx: crop.centreXPx * shrink + 0.5,
      centreYPx: crop.centreYPx * shrink + 0.5,
      sidePx: (crop.sidePx * shrink * samples) / (samples - 1),
    };
  }
  const halfStep = crop.sidePx / samples / 2;
  const [cos, sin] = [Math.cos(crop.rotationRad), Math.sin(crop.rotationRad)];
  return {
    ...crop,
    centreXPx: crop.centreXPx + 0.5 - halfStep * (cos - sin),
    centreYPx: crop.centreYPx + 0.5 - halfStep * (sin + cos),
  };
}

export const inputSidePx = (network: NetworkId): number => modelRegistry[network].input.shape[1];

/**
 * How far apart our keypoints and the reference's lie, in pixels of the network's input, each seen from its own crop; only those
 * that both name.
 */
export function distancesPx(
  network: NetworkId,
  [ours, ourCrop]: readonly [Keypoints, Crop],
  [theirs, theirCrop]: readonly [readonly ReferenceKeypoint[], Crop],
): Map<KeypointName, number> {
  const distances = new Map<KeypointName, number>();
  for (const { name, xPx, yPx } of theirs) {
    const known = name.replace('foot_index', 'toe') as KeypointName;
    const k = keypointIndex[known];
    if (k === undefined) continue;
    const a = inCrop(ourCrop, ours.xPx[k], ours.yPx[k]);
    const b = inCrop(theirCrop, xPx, yPx);
    distances.set(known, inputSidePx(network) * Math.hypot(a.u - b.u, a.v - b.v));
  }
  return distances;
}

function inCrop(
  { centreXPx, centreYPx, sidePx, rotationRad }: Crop,
  xPx: number,
  yPx: number,
): { u: number; v: number } {
  const [cos, sin] = [Math.cos(rotationRad), Math.sin(rotationRad)];
  const [right, down] = [xPx - centreXPx, yPx - centreYPx];
  return { u: (right * cos + down * sin) / sidePx, v: (down * cos - right * sin) / sidePx };
}
