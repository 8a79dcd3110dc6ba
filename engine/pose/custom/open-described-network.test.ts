import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OnnxFile } from '../../../models/convert/onnx-file.ts';
import { type ColourInput, colourNetwork, dottedPicture, plainInput } from '../../../test/support/colour-network.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { rgbPicture } from '../../video/planar-picture.ts';
import type { Crop } from '../crop.ts';
import { type KeypointName, keypointIndex, keypointNames } from '../keypoint-names.ts';
import { emptyKeypoints } from '../keypoint-network.ts';
import { openDescribedNetwork } from './open-described-network.ts';

const points = keypointNames.length;
const size = { widthPx: 480, heightPx: 400 };
const crop: Crop = { centreXPx: 243.3, centreYPx: 196.8, sidePx: 330, rotationRad: 0 };

/** Where each point is painted, relative to the crop's centre in shares of its side; all within the middle three quarters. */
const figure: Readonly<Record<KeypointName, readonly [number, number]>> = {
  nose: [0.02, -0.43],
  left_eye: [0.09, -0.45],
  right_eye: [-0.06, -0.46],
  left_ear: [0.16, -0.41],
  right_ear: [-0.13, -0.4],
  left_shoulder: [0.12, -0.3],
  right_shoulder: [-0.11, -0.29],
  left_elbow: [0.21, -0.21],
  right_elbow: [-0.22, -0.2],
  left_wrist: [0.3, -0.12],
  right_wrist: [-0.31, -0.1],
  left_hip: [0.07, 0.013],
  right_hip: [-0.08, -0.021],
  left_knee: [0.13, 0.17],
  right_knee: [-0.12, 0.18],
  left_ankle: [0.16, 0.34],
  right_ankle: [-0.17, 0.33],
  left_heel: [0.1, 0.4],
  right_heel: [-0.23, 0.39],
  left_toe: [0.23, 0.43],
  right_toe: [-0.09, 0.44],
};

const placesIn = ({ centreXPx, centreYPx, sidePx, rotationRad }: Crop) => {
  const turned = (name: KeypointName, along: 0 | 1) => {
    const [x, y] = figure[name];
    const [cos, sin] = [Math.cos(rotationRad), Math.sin(rotationRad)];
    return sidePx * (along === 0 ? x * cos - y * sin : x * sin + y * cos);
  };
  return {
    xPx: keypointNames.map((name) => centreXPx + turned(name, 0)),
    yPx: keypointNames.map((name) => centreYPx + turned(name, 1)),
  };
};

interface Described {
  readonly input?: Partial<ColourInput>;
  readonly output: object;
  /** Shapes of the network's outputs, by name. */
  readonly outputs: Readonly<Record<string, readonly number[]>>;
  readonly head: (file: OnnxFile) => void;
  readonly extra?: object;
}

async function open({ input, output, outputs, head, extra }: Described) {
  const folder = tempDir();
  const tensor = { ...plainInput, ...input };
  writeFileSync(join(folder, 'network.onnx'), colourNetwork(tensor, outputs, head));
  const description = {
    format: 1,
    name: 'colours',
    onnx: 'network.onnx',
    licence: 'Apache-2.0',
    input: { name: 'picture', ...tensor },
    output,
    keypoints: keypointNames,
    ...extra,
  };
  const path = join(folder, 'network.json');
  writeFileSync(path, JSON.stringify(description));
  const network = await openDescribedNetwork(path);
  onTestFinished(() => network.close());
  return network;
}

/** Paints the figure into `scale` times the crop, shows it and gives the largest distance of a point, in pixels of the input. */
async function worstPx(described: Described, shown = crop, scale = 1) {
  const network = await open(described);
  const places = placesIn({ ...shown, sidePx: shown.sidePx * scale });
  const keypoints = emptyKeypoints();
  const sigmaPx = (shown.sidePx * scale) / 60;
  const reading = await network.read(rgbPicture(dottedPicture(size, places, sigmaPx)), shown, keypoints);
  const perPx = (shown.sidePx * scale) / Math.max(described.input?.widthPx ?? 0, 256);
  const errors = keypointNames.map(
    (_, k) => Math.hypot(keypoints.xPx[k] - places.xPx[k], keypoints.yPx[k] - places.yPx[k]) / perPx,
  );
  return { worst: Math.max(...errors), keypoints, reading, places };
}

const atFull = { maps: [1, points, 256, 192] };
const heatmap = { name: 'maps', layout: 'nchw', values: 'probabilities' };
const none = (): void => undefined;
const fullMaps: Described = { output: { heatmap }, outputs: atFull, head: none };

/** Bins of both axes, `ratio` to the pixel: bin i stands for the pixel i / ratio. */
function simcc(ratio: number): Pick<Described, 'outputs' | 'head'> {
  return {
    outputs: { bins_x: [1, points, 192 * ratio], bins_y: [1, points, 256 * ratio] },
    head: (file) => {
      for (const [axis, name, length] of [
        [2, 'bins_x', 192 * ratio],
        [3, 'bins_y', 256 * ratio],
      ] as const) {
        file.node('ReduceMax', ['maps'], [`${name}_px`], { axes: [axis], keepdims: { integer: 1 } });
        const sizes = axis === 2 ? [1, length] : [length, 1];
        file.constant(`${name}_sizes`, [4], Int32Array.of(1, points, ...sizes));
        file.constant(`${name}_shape`, [3], Int32Array.of(1, points, length));
        file.node('Resize', [`${name}_px`, '', '', `${name}_sizes`], [`${name}_fine`], {
          // Between two pixels a straight line has no top.
          mode: 'cubic',
          coordinate_transformation_mode: 'asymmetric',
        });
        file.node('Reshape', [`${name}_fine`, `${name}_shape`], [name]);
      }
    },
  };
}

describe('points come back where they are in the picture', () => {
  test.each([
    ['byte values, rows first', {}],
    ['blue first', { channels: 'bgr' }],
    ['channels last', { layout: 'nhwc' }],
    ['ImageNet’s mean and deviation', { mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375] }],
    ['all of them', { channels: 'bgr', layout: 'nhwc', mean: [123.675, 116.28, 103.53], std: [58.395, 57.12, 57.375] }],
  ] as const)('input: %s', async (_, input) => {
    const { worst, keypoints, reading } = await worstPx({ ...fullMaps, input });
    expect(worst).toBeLessThan(0.5);
    expect(Math.min(...keypoints.score)).toBeGreaterThan(0.95);
    expect(reading.found).toBe(true);
  });

  test('a wide input, of which the longer side spans the crop', async () => {
    const { worst } = await worstPx(
      { ...fullMaps, input: { widthPx: 320, heightPx: 320 }, outputs: { maps: [1, points, 320, 320] } },
      { ...crop, sidePx: 400 },
    );
    expect(worst).toBeLessThan(0.5);
  });

  test.each([
    ['strided', 'quarter', Math.SQRT2],
    ['strided', 'gaussian', 0.5],
    ['aligned', 'gaussian', 0.5],
    ['centred', 'gaussian', 0.5],
  ] as const)('maps of a quarter of the size, %s cells, refined by %s, within %d px', async (cells, refine, bound) => {
    const quarter = { quarter: [1, points, 64, 48] };
    const heads = {
      strided: (file: OnnxFile) =>
        file.node('MaxPool', ['maps'], ['quarter'], { kernel_shape: [1, 1], strides: [4, 4] }),
      centred: (file: OnnxFile) =>
        file.node('AveragePool', ['maps'], ['quarter'], { kernel_shape: [4, 4], strides: [4, 4] }),
      aligned: (file: OnnxFile) => {
        file.constant('sizes', [4], Int32Array.of(1, points, 64, 48));
        file.node('Resize', ['maps', '', '', 'sizes'], ['quarter'], {
          mode: 'linear',
          coordinate_transformation_mode: 'align_corners',
        });
      },
    };
    const output = { heatmap: { ...heatmap, name: 'quarter', cells, refine } };
    const { worst } = await worstPx({ output, outputs: quarter, head: heads[cells] });
    expect(worst).toBeLessThan(bound);
  });

  test('maps of logits, channels last', async () => {
    const { worst, keypoints } = await worstPx({
      output: { heatmap: { name: 'logits', layout: 'nhwc', values: 'logits', refine: 'gaussian' } },
      outputs: { logits: [1, 256, 192, points] },
      head: (file) => {
        file.constant('eight', [1], Float32Array.of(8));
        file.constant('four', [1], Float32Array.of(4));
        file.node('Mul', ['maps', 'eight'], ['steep']);
        file.node('Sub', ['steep', 'four'], ['level']);
        file.node('Transpose', ['level'], ['logits'], { perm: [0, 2, 3, 1] });
      },
    });
    expect(worst).toBeLessThan(0.5);
    expect(keypoints.score[keypointIndex.left_knee]).toBeCloseTo(1 / (1 + Math.exp(-4)), 2);
  });

  test.each([
    // Half a bin along each axis, and a little more where two pixels are as bright.
    [1, 0.75],
    [2, 0.5],
  ])('SimCC, %i bins to the pixel', async (splitRatio, bound) => {
    const output = { simcc: { x: 'bins_x', y: 'bins_y', splitRatio } };
    const { worst, keypoints, reading } = await worstPx({ ...simcc(splitRatio), output });
    expect(worst).toBeLessThan(bound);
    expect(keypoints.score[keypointIndex.left_toe]).toBeGreaterThan(0.95);
    expect(reading.found).toBe(true);
  });

  test('SimCC refined', async () => {
    const output = { simcc: { x: 'bins_x', y: 'bins_y', splitRatio: 1, refine: 'gaussian', score: 'least' } };
    const { worst } = await worstPx({ ...simcc(1), output });
    expect(worst).toBeLessThan(0.5);
  });

  test('a crop that reaches out of the picture', async () => {
    const { worst } = await worstPx(fullMaps, { ...crop, centreYPx: 180, centreXPx: 150, sidePx: 350 });
    expect(worst).toBeLessThan(0.5);
  });

  test('a crop with more room', async () => {
    const { worst, reading } = await worstPx({ ...fullMaps, extra: { crop: { scale: 1.25 } } }, crop, 1.25);
    expect(worst).toBeLessThan(0.5);
    const plain = await worstPx(fullMaps);
    expect(reading.nextCrop.sidePx / plain.reading.nextCrop.sidePx).toBeCloseTo(1.25, 2);
  });

  test('a crop that turns with the trunk', async () => {
    const turned = { ...crop, rotationRad: 0.3 };
    const { worst, reading } = await worstPx({ ...fullMaps, extra: { crop: { rotation: 'follow' } } }, turned);
    expect(worst).toBeLessThan(0.5);
    expect(reading.nextCrop.rotationRad).toBeCloseTo(0.3, 1);
    const upright = await worstPx(fullMaps, turned);
    expect(upright.worst).toBeLessThan(0.5);
    expect(upright.reading.nextCrop.rotationRad).toBe(0);
  });
});

describe('an output whose length depends on the picture', () => {
  /** The bright places of all maps, one after the other. */
  const bright = (file: OnnxFile): void => {
    file.constant('half', [1], Float32Array.of(0.5));
    file.constant('all', [1], Int32Array.of(-1));
    file.node('Reshape', ['maps', 'all'], ['row']);
    file.node('Greater', ['row', 'half'], ['is_bright']);
    file.node('Compress', ['row', 'is_bright'], ['bright']);
  };

  test('is of no account if it is not read', async () => {
    const network = await open({ ...fullMaps, outputs: { bright: [points], ...atFull }, head: bright });
    const keypoints = emptyKeypoints();
    const places = placesIn(crop);
    for (const sigmaPx of [3, 7, 5]) {
      await network.read(rgbPicture(dottedPicture(size, places, sigmaPx)), crop, keypoints);
      keypointNames.forEach((_, k) => {
        expect(Math.hypot(keypoints.xPx[k] - places.xPx[k], keypoints.yPx[k] - places.yPx[k])).toBeLessThan(2);
      });
    }
  });

  test('is told if it is read', async () => {
    const network = await open({
      output: { regression: { name: 'numbers', columns: ['x', 'y'], units: 'share' } },
      outputs: { numbers: [2 * points] },
      head(file) {
        bright(file);
        file.constant('point', [2 * points], new Float32Array(2 * points));
        file.node('Concat', ['point', 'bright'], ['numbers'], { axis: { integer: 0 } });
      },
    });
    const keypoints = emptyKeypoints();
    const reading = network.read(rgbPicture(dottedPicture(size, placesIn(crop), 5)), crop, keypoints);
    await expect(reading).rejects.toMatchObject({
      code: 'invalid_network_description',
      detail: expect.stringMatching(/^numbers has 42 numbers for one picture and \d+ for another$/),
    });
  });
});

describe('points that are not given', () => {
  test('points without a name of ours stay empty', async () => {
    const keypoints = keypointNames.map((name) => (/heel|toe|eye/.test(name) ? null : name));
    const { keypoints: read } = await worstPx({ ...fullMaps, extra: { keypoints } });
    expect(read.xPx[keypointIndex.left_heel]).toBeNaN();
    expect(read.score[keypointIndex.right_toe]).toBe(0);
    expect(read.xPx[keypointIndex.left_ankle]).not.toBeNaN();
  });

  test('points below the least score', async () => {
    const network = await open({ ...fullMaps, extra: { leastScore: 0.3 } });
    const keypoints = emptyKeypoints();
    const places = placesIn(crop);
    const dark = dottedPicture(size, places, 5);
    dark.rgb.forEach((byte, i) => {
      dark.rgb[i] = byte / 4;
    });
    const { found } = await network.read(rgbPicture(dark), crop, keypoints);
    expect(found).toBe(false);
    expect(keypoints.xPx.every(Number.isNaN)).toBe(true);
    expect(Math.max(...keypoints.score)).toBe(0);
  });

  test('what is not a number, in any output', async () => {
    const notANumber = (file: OnnxFile): void => {
      file.constant('minus', [1], Float32Array.of(-1));
      file.node('Sqrt', ['minus'], ['nan']);
    };
    const wholly: Described = {
      output: { heatmap: { ...heatmap, name: 'broken' } },
      outputs: { broken: [1, points, 256, 192] },
      head: (file) => {
        notANumber(file);
        file.node('Add', ['maps', 'nan'], ['broken']);
      },
    };
    const bins: Described = {
      output: { simcc: { x: 'broken_x', y: 'bins_y', splitRatio: 1 } },
      outputs: { broken_x: [1, points, 192], bins_y: [1, points, 256] },
      head: (file) => {
        simcc(1).head(file);
        notANumber(file);
        file.node('Add', ['bins_x', 'nan'], ['broken_x']);
      },
    };
    for (const described of [wholly, bins]) {
      const { keypoints, reading } = await worstPx(described);
      expect(reading.found).toBe(false);
      expect(keypoints.xPx.every(Number.isNaN)).toBe(true);
      expect(keypoints.yPx.every(Number.isNaN)).toBe(true);
      expect(Math.max(...keypoints.score)).toBe(0);
    }
  });
});
