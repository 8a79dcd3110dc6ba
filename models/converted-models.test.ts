import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { convertModel } from './convert-model.ts';
import { converterVersion } from './converter-version.ts';
import type { Precision } from './model-spec.ts';
import { type ModelId, modelIds, modelRegistry } from './registry.ts';
import { packageFolder, readSourceFiles, sha256 } from './source-files.ts';

/**
 * Outputs for {@link blockFigure} by other implementations: LiteRT 2.5.3 with XNNPACK for BlazePose, TensorFlow.js
 * 4.22.0 with its WebAssembly backend for MoveNet. Per output: tolerance, then index and value.
 */
const references: Readonly<Record<ModelId, Readonly<Record<string, readonly [number, readonly [number, number][]]>>>> =
  {
    'blazepose-full': {
      landmarks: [
        0.05,
        [
          ...pairs(0, [122.5934, 68.28368, 0.1630412]),
          ...pairs(51, [130.2898, 209.0256]),
          ...pairs(57, [127.2135, 214.2734]),
          ...pairs(63, [125.9658, 135.0646]),
        ],
      ],
      presence: [0.001, [[0, 0.2627335]]],
      heatmap: [
        0.02,
        [
          [42336, -4.893588],
          [42327, -1.562814],
          [70577, -2.868999],
          [14070, -2.02499],
          [54405, -5.038507],
        ],
      ],
    },
    'blazepose-lite': {
      landmarks: [
        0.05,
        [
          ...pairs(0, [123.5592, 61.48146, 1.837755]),
          ...pairs(51, [137.9809, 202.7701]),
          ...pairs(57, [138.2695, 202.9894]),
          ...pairs(63, [127.8764, 124.3039]),
        ],
      ],
      presence: [0.001, [[0, 0.006300688]]],
      heatmap: [
        0.02,
        [
          [42336, -3.691011],
          [42327, -1.782668],
          [70577, -2.867502],
          [14070, -2.174255],
          [54405, -3.301435],
        ],
      ],
    },
    'blazepose-heavy': {
      landmarks: [
        0.05,
        [
          ...pairs(0, [129.8993, 50.63303, -1.48838]),
          ...pairs(51, [149.3117, 200.6792]),
          ...pairs(57, [141.0445, 207.2389]),
          ...pairs(63, [128.2728, 128.4711]),
        ],
      ],
      presence: [0.001, [[0, 0.641586]]],
      heatmap: [
        0.02,
        [
          [42336, -4.139487],
          [42327, -1.721549],
          [70577, -12.59985],
          [14070, -1.289813],
          [54405, -4.052411],
        ],
      ],
    },
    'movenet-lightning': {
      keypoints: [
        0.0001,
        [
          ...pairs(0, [0.4141085, 0.9536254, 0.07543186]),
          ...pairs(24, [0.8239273, 0.1839185, 0.05544461]),
          ...pairs(48, [0.9151021, 0.4900876, 0.05302139]),
        ],
      ],
    },
    'movenet-thunder': {
      keypoints: [
        0.0001,
        [
          ...pairs(0, [0.1754186, -0.01550303, 0.01321296]),
          ...pairs(21, [0.6591365, 0.6623132, 0.02222775]),
          ...pairs(48, [1.010905, 0.3187458, 0.02003474]),
        ],
      ],
    },
    'blazepose-detector': {
      boxes: [
        0.02,
        [
          ...pairs(0, [-5.013285, -6.622894, -0.3994358, -8.72074]),
          [8404, 7.18582],
          [18811, -41.26481],
          [21173, 57.33424],
          [23520, 0.1964616],
          [27047, 0.2076762],
        ],
      ],
      scores: [
        0.02,
        [
          [0, -75.0602],
          [700, -102.4949],
          [1568, -7.38978],
          [1959, -90.51825],
          [1960, -17.84082],
          [2253, -28.56638],
        ],
      ],
    },
  };

function pairs(start: number, values: readonly number[]): [number, number][] {
  return values.map((value, offset) => [start + offset, value]);
}

/** A coarse figure of blocks on a ramp, with grain; values from 0 to 1 in steps of 1/255. */
function blockFigure(sidePx: number): Float32Array {
  // Left, top, right, bottom as shares of the side; brightness.
  const limbs = [
    [0.44, 0.12, 0.56, 0.25, 0.85],
    [0.42, 0.26, 0.58, 0.55, 0.25],
    [0.33, 0.28, 0.41, 0.52, 0.7],
    [0.59, 0.28, 0.67, 0.52, 0.7],
    [0.42, 0.55, 0.49, 0.9, 0.1],
    [0.51, 0.55, 0.58, 0.9, 0.15],
    [0.38, 0.88, 0.49, 0.93, 0.95],
    [0.51, 0.88, 0.62, 0.93, 0.95],
  ];
  const picture = new Float32Array(sidePx * sidePx * 3);
  for (let index = 0; index < picture.length; index++) {
    const x = (Math.floor(index / 3) % sidePx) / sidePx;
    const y = Math.floor(index / 3 / sidePx) / sidePx;
    const limb = limbs.find(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom);
    const grain = ((index * 7919) % 251) / 251;
    const brightness = limb === undefined ? 0.35 + 0.3 * y : limb[4];
    picture[index] = Math.round((0.9 * brightness + 0.04 * (index % 3) + 0.06 * grain * brightness) * 255) / 255;
  }
  return picture;
}

const convert = async (id: ModelId, precision?: Precision): Promise<Uint8Array> => {
  const spec = modelRegistry[id];
  return convertModel(spec, await readSourceFiles(spec, packageFolder(spec.package.name)), precision);
};

describe.each(modelIds)('%s', (id) => {
  const { input, outputs } = modelRegistry[id];

  test('gives the outputs of the registry, equal to another implementation’s', async () => {
    const session = await InferenceSession.create(await convert(id), { intraOpNumThreads: 1 });
    expect(session.inputNames).toEqual([input.name]);
    expect(session.outputNames).toEqual(outputs.map(({ name }) => name));
    const [black, white] = input.range;
    const picture = blockFigure(input.shape[1]).map((share) => black + (white - black) * share);
    const rounded = white === 255 ? picture.map(Math.round) : picture;
    const results = await session.run({ [input.name]: new Tensor('float32', rounded, input.shape) });
    await session.release();
    for (const { name, shape } of outputs) {
      expect(results[name].dims).toEqual(shape);
      const [tolerance, values] = references[id][name];
      for (const [index, value] of values) {
        const difference = Math.abs(Number(results[name].data[index]) - value);
        expect(difference, `${name}[${index}]`).toBeLessThan(tolerance);
      }
    }
  });
});

const int8Ids = modelIds.filter((id) => modelRegistry[id].int8Ranges !== undefined);

test('a network without ranges has no form in integers', async () => {
  await expect(convert('movenet-lightning', 'int8')).rejects.toThrow('has no form in 8-bit integers');
});

/** The start of each converted file's checksum, and the converter's version that wrote it. */
const converted = {
  version: 3,
  checksums: {
    'blazepose-full': 'f23e317930414148',
    'blazepose-lite': 'eab9dad18d91ef68',
    'blazepose-heavy': '85a83772309d7385',
    'movenet-lightning': '063fe76b57811fe7',
    'movenet-thunder': 'd6a1b390d0f4c995',
    'blazepose-detector': 'c32e09ff2a567596',
    'blazepose-full in integers': 'a2c8eed7d41355cc',
    'blazepose-heavy in integers': '764e396af0553ccf',
  },
};

test('conversion gives the same bytes every time, and others only with another version of the converter', async () => {
  const checksums: Record<string, string> = {};
  const forms = [...modelIds.map((id) => [id, 'float32'] as const), ...int8Ids.map((id) => [id, 'int8'] as const)];
  for (const [id, precision] of forms) {
    const name = precision === 'int8' ? `${id} in integers` : id;
    const checksum = sha256(await convert(id, precision)).slice(0, 16);
    expect(sha256(await convert(id, precision)).slice(0, 16), name).toBe(checksum);
    checksums[name] = checksum;
  }
  // Caches are known by the version: whoever changes what is written for a network raises it.
  expect({ version: converterVersion, checksums }).toEqual(converted);
});
