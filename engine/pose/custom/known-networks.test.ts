import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFigureRenderer } from '../../../fixtures/figure/render-figure.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { prepareModel } from '../../../models/prepare-model.ts';
import { modelRegistry, type NetworkId } from '../../../models/registry.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { type PlanarPicture, rgbPicture } from '../../video/planar-picture.ts';
import { readLandmarks } from '../blazepose/landmarks.ts';
import type { Crop } from '../crop.ts';
import { emptyKeypoints } from '../keypoint-network.ts';
import { moveNet } from '../movenet/movenet.ts';
import { openModel } from '../open-model.ts';
import { createWarp } from '../warp.ts';
import { openDescribedNetwork } from './open-described-network.ts';

const crop: Crop = { centreXPx: 176, centreYPx: 330, sidePx: 560, rotationRad: 0.07 };

function runnerPicture(): PlanarPicture {
  const size = { widthPx: 360, heightPx: 640 };
  const camera = sideCamera({ side: 'right', ...size, fieldHeightM: 2.55, distanceM: 4.5 });
  const runner = createRunner({ speedMps: 3, heightM: 1.75, ground: 'treadmill' });
  const renderer = createFigureRenderer({ camera, scene: { kind: 'treadmill-room', beltSpeedMps: 3 } });
  const rgb = new Uint8Array(size.widthPx * size.heightPx * 3);
  renderer.render(runner.poseAt(0.2), rgb, 0.2);
  return rgbPicture({ ...size, rgb });
}

/** Opens one of our own networks through a description. */
async function openDescribed(id: NetworkId, description: object) {
  const { input, keypoints, licence } = modelRegistry[id];
  const { onnxPath } = await prepareModel(id);
  const path = join(tempDir(), 'network.json');
  const picture = {
    name: input.name,
    widthPx: input.shape[2],
    heightPx: input.shape[1],
    layout: 'nhwc',
    channels: 'rgb',
  };
  const std = 255 / input.range[1];
  const full = {
    format: 1,
    name: id,
    onnx: onnxPath,
    licence,
    input: { ...picture, mean: [0, 0, 0], std: [std, std, std] },
    keypoints,
    ...description,
  };
  writeFileSync(path, JSON.stringify(full));
  const network = await openDescribedNetwork(path);
  onTestFinished(() => network.close());
  return network;
}

test('MoveNet through a description reads what MoveNet reads', async () => {
  const picture = runnerPicture();
  const upright = { ...crop, rotationRad: 0 };
  const known = moveNet(await openModel('movenet-lightning'));
  onTestFinished(() => known.close());
  const expected = emptyKeypoints();
  const wanted = await known.read(picture, upright, expected);
  const described = await openDescribed('movenet-lightning', {
    output: { regression: { name: 'keypoints', columns: ['y', 'x', 'score'], units: 'share' } },
  });
  const read = emptyKeypoints();
  const reading = await described.read(picture, upright, read);
  expect(reading.found).toBe(true);
  expect(reading.found).toBe(wanted.found);
  expect(reading.nextCrop.centreXPx).toBeCloseTo(wanted.nextCrop.centreXPx, 6);
  expect(reading.nextCrop.sidePx).toBeCloseTo(wanted.nextCrop.sidePx, 6);
  const given = [...expected.score.keys()].filter((k) => expected.score[k] >= 0.2);
  expect(given.length).toBeGreaterThan(12);
  for (const k of given) {
    expect(read.score[k]).toBe(expected.score[k]);
    expect(read.xPx[k]).toBeCloseTo(expected.xPx[k], 6);
    expect(read.yPx[k]).toBeCloseTo(expected.yPx[k], 6);
  }
  for (const k of [...expected.score.keys()].filter((other) => !given.includes(other))) {
    expect([read.xPx[k], read.yPx[k], read.score[k]]).toEqual([Number.NaN, Number.NaN, 0]);
  }
});

test('BlazePose through a description reads its landmarks, feet and turned crop included', async () => {
  const picture = runnerPicture();
  const { session, target } = await openModel('blazepose-lite');
  onTestFinished(() => session.close());
  createWarp({ ...target, border: 'edge' })(picture, crop, session.input);
  await session.run();
  // A heatmap that knows nothing leaves the points where the landmarks have them.
  const nothing = new Float32Array(64 * 64 * 21).fill(-100);
  const expected = emptyKeypoints();
  const landmarks = session.output('landmarks');
  readLandmarks({ landmarks, heatmap: nothing, inputSidePx: 256 }, crop, expected);

  const described = await openDescribed('blazepose-lite', {
    crop: { border: 'edge', rotation: 'follow' },
    leastScore: 0,
    output: {
      regression: {
        name: 'landmarks',
        columns: ['x', 'y', 'score'],
        units: 'pixels',
        scores: 'logits',
      },
    },
  });
  const read = emptyKeypoints();
  const { found, nextCrop } = await described.read(picture, crop, read);
  expect(found).toBe(true);
  for (const k of expected.score.keys()) {
    expect(read.xPx[k]).toBeCloseTo(expected.xPx[k], 6);
    expect(read.yPx[k]).toBeCloseTo(expected.yPx[k], 6);
  }
  const visibility = 1 / (1 + Math.exp(-landmarks[13 * 3 + 2]));
  expect(read.score[13]).toBeCloseTo(visibility, 6);
  expect(Math.abs(nextCrop.rotationRad)).toBeLessThan(0.4);
  expect(nextCrop.sidePx / crop.sidePx).toBeGreaterThan(0.7);
  expect(nextCrop.sidePx / crop.sidePx).toBeLessThan(1.4);
});
