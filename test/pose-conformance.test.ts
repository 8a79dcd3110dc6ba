import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { openReference, type ReferenceKeypoint } from '../bench/peer/pose-detection.ts';
import { StrideError } from '../engine/errors/stride-error.ts';
import { openPersonDetector } from '../engine/pose/blazepose-detector/person-detector.ts';
import type { Crop } from '../engine/pose/crop.ts';
import { type KeypointName, keypointNames } from '../engine/pose/keypoint-names.ts';
import { emptyKeypoints } from '../engine/pose/keypoint-network.ts';
import { openKeypointNetwork } from '../engine/pose/open-keypoint-network.ts';
import { type OpenModel, openModel } from '../engine/pose/open-model.ts';
import { type RuntimeId, runtimeIds } from '../engine/pose/runtime/runtime-ids.ts';
import { rgbPicture } from '../engine/video/planar-picture.ts';
import { modelRegistry, type NetworkId, networkIds } from '../models/registry.ts';
import { distancesPx, readsLikeReference, sampledByReference } from './support/like-reference.ts';
import { filmedPictures, onField, paintedPictures, type RunnerPicture } from './support/runner-pictures.ts';

/** A runner, where our detector sees one, and what pose-detection makes of it. */
interface Seen {
  readonly picture: RunnerPicture;
  readonly crop: Crop;
  readonly keypoints: readonly ReferenceKeypoint[];
}

/** In pixels of the network's input. */
const limitPx = (network: NetworkId): number => (network.startsWith('movenet') ? 0.5 : 1);

/** Those that compute in real numbers throughout. */
const exactRuntimeIds = runtimeIds.filter((runtime) => runtime !== 'onnx-int8');

describe('the networks in every runtime beside pose-detection on TensorFlow.js', { timeout: 120_000 }, () => {
  const runners: { readonly picture: RunnerPicture; readonly crop: Crop }[] = [];

  beforeAll(async () => {
    const detector = await openPersonDetector();
    for (const picture of [...paintedPictures(), ...(await filmedPictures())]) {
      const [crop] = await detector.find(rgbPicture(picture));
      if (crop === undefined) throw new Error(`nobody is seen in ${picture.name}`);
      runners.push({ picture, crop });
    }
    await detector.close();
  });

  describe.each(networkIds)('%s', (network) => {
    const shownTheSame: Seen[] = [];

    beforeAll(async () => {
      const reference = await openReference(network);
      for (const { picture: original, crop: place } of runners) {
        const upright = network.startsWith('movenet') ? { ...place, rotationRad: 0 } : place;
        const [picture, crop] = onField(original, upright);
        const keypoints = await reference.estimate(picture.rgb, picture.widthPx, picture.heightPx, crop);
        if (keypoints === null) throw new Error(`pose-detection sees nobody in ${picture.name}`);
        shownTheSame.push({ picture, crop, keypoints });
      }
      await reference.close();
    });

    it.for(exactRuntimeIds)('shown the same, %s places every keypoint where it does', async (runtime, context) => {
      const ours = readsLikeReference(network, await openOrSkip(context, network, runtime));
      const found = emptyKeypoints();
      for (const { picture, crop, keypoints } of shownTheSame) {
        const sampled = sampledByReference(network, crop, picture.widthPx);
        await ours.read(rgbPicture(picture), sampled, found);
        const distances = distancesPx(network, [found, sampled], [keypoints, crop]);
        expect(distances.size).toBeGreaterThanOrEqual(17);
        expect(farthest(distances).px, `${farthest(distances).name} in ${picture.name}`).toBeLessThan(limitPx(network));
      }
      await ours.close();
    });

    if (modelRegistry[network].int8Ranges)
      it('shown the same, integers place most keypoints within a pixel', async () => {
        const ours = readsLikeReference(network, await openModel(network, { runtime: 'onnx-int8' }));
        const found = emptyKeypoints();
        const distances: number[] = [];
        for (const { picture, crop, keypoints } of shownTheSame) {
          const sampled = sampledByReference(network, crop, picture.widthPx);
          await ours.read(rgbPicture(picture), sampled, found);
          distances.push(...distancesPx(network, [found, sampled], [keypoints, crop]).values());
        }
        expect(distances.length).toBeGreaterThan(0);
        const within = (px: number): number => distances.filter((distance) => distance < px).length / distances.length;
        expect(within(0.5)).toBeGreaterThan(0.5);
        expect(within(limitPx(network))).toBeGreaterThan(0.8);
        await ours.close();
      });
  });

  describe('blazepose-full with its detector', () => {
    const network = 'blazepose-full';
    const wholeWay: Omit<Seen, 'crop'>[] = [];

    beforeAll(async () => {
      const reference = await openReference(network);
      for (const { picture } of runners) {
        const keypoints = await reference.estimate(picture.rgb, picture.widthPx, picture.heightPx);
        if (keypoints === null) throw new Error(`pose-detection sees nobody in ${picture.name}`);
        wholeWay.push({ picture, keypoints });
      }
      await reference.close();
    });

    it.for(runtimeIds)('as it is used, %s places most keypoints within a pixel', async (runtime, context) => {
      await openOrSkip(context, network, runtime).then(({ session }) => session.close());
      const detector = await openPersonDetector({ runtime });
      const ours = await openKeypointNetwork(network, { runtime });
      const found = emptyKeypoints();
      const distances: number[] = [];
      for (const { picture, keypoints } of wholeWay) {
        const [crop] = await detector.find(rgbPicture(picture));
        await ours.read(rgbPicture(picture), crop, found);
        distances.push(...distancesPx(network, [found, crop], [keypoints, crop]).values());
      }
      expect(distances.length).toBe(wholeWay.length * keypointNames.length);
      expect(distances.filter((px) => px < limitPx(network)).length / distances.length).toBeGreaterThan(0.5);
      await ours.close();
      await detector.close();
    });
  });
});

/** The open network; skips the test, saying why, where the user would have to install the runtime. */
async function openOrSkip(context: TestContext, network: NetworkId, runtime: RuntimeId): Promise<OpenModel> {
  try {
    return await openModel(network, { runtime });
  } catch (error) {
    if (!(error instanceof StrideError && error.code === 'runtime_unavailable')) throw error;
    return context.skip('@tensorflow/tfjs-node is not installed');
  }
}

function farthest(distances: ReadonlyMap<KeypointName, number>): { readonly name: KeypointName; readonly px: number } {
  const [[name, px]] = [...distances].toSorted((a, b) => b[1] - a[1]);
  return { name, px };
}
