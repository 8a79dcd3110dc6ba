import { fullRanges, heavyRanges } from './blazepose-ranges.table.ts';
import { blazePoseDetectorSpec, blazePoseSpec } from './blazepose-specs.ts';
import type { ModelSpec } from './model-spec.ts';
import { moveNetSpec } from './movenet-spec.ts';

/** The pose networks that can be chosen. */
export const networkIds = [
  'blazepose-full',
  'blazepose-lite',
  'blazepose-heavy',
  'movenet-lightning',
  'movenet-thunder',
] as const;
export type NetworkId = (typeof networkIds)[number];

/** Every network that can be prepared: the pose networks and what finds the person for them. */
export const modelIds = [...networkIds, 'blazepose-detector'] as const;
export type ModelId = (typeof modelIds)[number];

/** Each network's origin, checksums, input and outputs. */
export const modelRegistry: Readonly<Record<ModelId, ModelSpec>> = {
  'blazepose-full': blazePoseSpec(
    'full',
    {
      path: 'pose_landmark_full.tflite',
      sha256: 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f',
      byteLength: 6_440_512,
    },
    'the default: heels and toes, and fast enough to run through a clip faster than it plays',
    fullRanges,
  ),
  'blazepose-lite': blazePoseSpec(
    'lite',
    {
      path: 'pose_landmark_lite.tflite',
      sha256: 'f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61',
      byteLength: 2_819_824,
    },
    'slow machines: heels and toes at about half the cost of full',
  ),
  'blazepose-heavy': blazePoseSpec(
    'heavy',
    {
      path: 'pose_landmark_heavy.tflite',
      sha256: '59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe',
      byteLength: 27_709_200,
    },
    'the largest BlazePose, at about five times the cost of full',
    heavyRanges,
  ),
  'movenet-lightning': moveNetSpec(
    'Lightning',
    192,
    [
      {
        path: 'models/movenet-lightning.json',
        sha256: 'df8cbde44d00f533ccc4916a7c6ebc17316532fb3fadad114ec667fef22872e9',
        byteLength: 161_813,
      },
      {
        path: 'models/movenet-lightning.bin',
        sha256: 'bf97bc10d9c8a11200b0190ed64ce039b6252f1aff7cb552aca99b3d191c2f34',
        byteLength: 4_650_216,
      },
    ],
    'a second opinion on seventeen points without feet; the faster of the two',
  ),
  'movenet-thunder': moveNetSpec(
    'Thunder',
    256,
    [
      {
        path: 'models/movenet-thunder.json',
        sha256: '7ac4e2a8449fc279f71b8b0ba52f7c5daafc124ce9b6bf7549289ca432e342b6',
        byteLength: 161_923,
      },
      {
        path: 'models/movenet-thunder.bin',
        sha256: 'a2925747fccaf737c0f20eacdeff919efd5d514e90242397002a0de349dff18c',
        byteLength: 12_477_112,
      },
    ],
    'a second opinion on seventeen points without feet; the larger of the two',
  ),
  'blazepose-detector': blazePoseDetectorSpec,
};
