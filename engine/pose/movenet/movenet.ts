import type { KeypointNetwork } from '../keypoint-network.ts';
import type { OpenModel } from '../open-model.ts';
import { createWarp } from '../warp.ts';
import { readMoveNet } from './keypoints.ts';
import { seesTorso, torsoCrop } from './torso-crop.ts';

/** MoveNet SinglePose (Votel and Li 2021): Lightning or Thunder. */
export function moveNet({ session, target }: OpenModel): KeypointNetwork {
  const warp = createWarp({ ...target, border: 'black' });
  return {
    async read(picture, crop, keypoints) {
      warp(picture, crop, session.input);
      await session.run();
      readMoveNet(session.output('keypoints'), crop, keypoints);
      return { found: seesTorso(keypoints), nextCrop: torsoCrop(keypoints) };
    },
    close: () => session.close(),
  };
}
