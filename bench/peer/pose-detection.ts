import { tensor3d } from '@tensorflow/tfjs-core';
import { createDetector, movenet, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import type { Crop } from '../../engine/pose/crop.ts';
import type { NetworkId } from '../../models/registry.ts';
import { type PeerBackend, usePeerBackend } from './peer-backend.ts';
import { publishedDetector, publishedModel } from './reference-models.ts';

/** A keypoint of `@tensorflow-models/pose-detection`. Its pixels count from the centre of the first one: that is (0, 0). */
export interface ReferenceKeypoint {
  readonly name: string;
  readonly xPx: number;
  readonly yPx: number;
  readonly score: number;
}

/** `@tensorflow-models/pose-detection` with one network. */
export interface Reference {
  /**
   * The keypoints of the most visible person; null where it sees none.
   *
   * @param rgb Packed 8-bit RGB, rows top down.
   * @param crop Where to look. By default that is left to the package: in a single picture BlazePose asks its detector and MoveNet
   *   takes the square in the middle; in a video both take what they saw in the picture before.
   */
  estimate(
    rgb: Uint8Array,
    widthPx: number,
    heightPx: number,
    crop?: Crop,
  ): Promise<readonly ReferenceKeypoint[] | null>;
  close(): Promise<void>;
}

export interface ReferenceOptions {
  /**
   * `pictures`: each picture by itself, nothing smoothed. `video`: as the package's documentation shows it, the crop follows and
   * keypoints are smoothed over pictures, which are taken to be 1/30 s apart. Default `pictures`.
   */
  readonly mode?: 'pictures' | 'video';
  /** Default `wasm`. */
  readonly backend?: PeerBackend;
}

/** Opens the package's detector on TensorFlow.js, by default on its WebAssembly backend, with weights from npm packages: nothing is downloaded. */
export async function openReference(
  network: NetworkId,
  { mode = 'pictures', backend = 'wasm' }: ReferenceOptions = {},
): Promise<Reference> {
  await usePeerBackend(backend);
  const detector = await createPeer(network, mode === 'video');
  let pictures = 0;
  return {
    async estimate(rgb, widthPx, heightPx, crop) {
      if (mode === 'pictures') detector.reset();
      if (crop !== undefined) lookAt(detector, network, crop, widthPx, heightPx);
      const picture = tensor3d(rgb, [heightPx, widthPx, 3], 'int32');
      const timestampMs = mode === 'video' ? (1000 / 30) * ++pictures : undefined;
      const [pose] = await detector.estimatePoses(picture, { maxPoses: 1 }, timestampMs);
      picture.dispose();
      if (pose === undefined) return null;
      return pose.keypoints.map(({ name = '', x, y, score = 0 }) => ({ name, xPx: x, yPx: y, score }));
    },
    async close() {
      detector.dispose();
    },
  };
}

async function createPeer(network: NetworkId, enableSmoothing: boolean): Promise<PoseDetector> {
  switch (network) {
    case 'movenet-lightning':
    case 'movenet-thunder':
      return createDetector(SupportedModels.MoveNet, {
        modelType:
          network === 'movenet-lightning'
            ? movenet.modelType.SINGLEPOSE_LIGHTNING
            : movenet.modelType.SINGLEPOSE_THUNDER,
        modelUrl: await publishedModel(network),
        enableSmoothing,
      });
    default:
      return createDetector(SupportedModels.BlazePose, {
        runtime: 'tfjs',
        modelType: network.replace('blazepose-', '') as 'lite' | 'full' | 'heavy',
        detectorModelUrl: await publishedDetector(),
        landmarkModelUrl: await publishedModel(network),
        enableSmoothing,
      });
  }
}

/** What the package remembers of the picture before: where to look next, in shares of the picture. */
interface Memory {
  /** BlazePose. */
  regionOfInterest?: object;
  /** MoveNet. */
  cropRegion?: object;
}

function lookAt(detector: PoseDetector, network: NetworkId, crop: Crop, widthPx: number, heightPx: number): void {
  const memory = detector as PoseDetector & Memory;
  const xCenter = crop.centreXPx / widthPx;
  const yCenter = crop.centreYPx / heightPx;
  const width = crop.sidePx / widthPx;
  const height = crop.sidePx / heightPx;
  if (network.startsWith('blazepose')) {
    memory.regionOfInterest = { xCenter, yCenter, width, height, rotation: crop.rotationRad };
    return;
  }
  if (crop.rotationRad !== 0) throw new Error('MoveNet looks at upright squares only');
  const xMin = xCenter - width / 2;
  const yMin = yCenter - height / 2;
  memory.cropRegion = { xMin, yMin, xMax: xMin + width, yMax: yMin + height, width, height };
}
