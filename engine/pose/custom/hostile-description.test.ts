import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { colourNetwork, plainInput } from '../../../test/support/colour-network.ts';
import { tempDir } from '../../../test/support/temp-dir.ts';
import { keypointNames } from '../keypoint-names.ts';
import { openDescribedNetwork } from './open-described-network.ts';

const onnx = colourNetwork(plainInput, { maps: [1, 21, 256, 192] }, () => undefined);

const input = { name: 'picture', ...plainInput };
const heatmap = { name: 'maps', layout: 'nchw', values: 'probabilities' };
const good = {
  format: 1,
  name: 'colours',
  onnx: 'network.onnx',
  licence: 'Apache-2.0',
  input,
  output: { heatmap },
  keypoints: keypointNames,
};

async function refusal(text: string, files: Readonly<Record<string, Uint8Array>> = { 'network.onnx': onnx }) {
  const folder = tempDir();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const path = join(folder, 'network.json');
  writeFileSync(path, text);
  return openDescribedNetwork(path).then(
    (network) => network.close().then(() => null),
    (error: unknown) => error,
  );
}

const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'invalid_network_description', message: expect.stringMatching(message) });

const without = (...names: readonly string[]) => keypointNames.filter((name) => !names.includes(name));

test('the description that the others spoil is good', async () => {
  expect(await refusal(JSON.stringify(good))).toBeNull();
  const sha256 = createHash('sha256').update(onnx).digest('hex').toUpperCase();
  expect(await refusal(JSON.stringify({ ...good, sha256 }))).toBeNull();
});

describe('a description that cannot be used is told by the field', () => {
  test.each([
    ['format', { format: 2 }, /format must be equal to constant \(1\)/],
    ['an unknown field', { fromat: 1 }, /additional properties \(fromat\)/],
    ['a missing field', { input: undefined }, /required properties input/],
    ['a name that is a number', { onnx: 7 }, /onnx must be string/],
    ['a huge input', { input: { ...input, widthPx: 1e9 } }, /input\.widthPx must be <= 1024/],
    ['an input of no size', { input: { ...input, heightPx: 0 } }, /input\.heightPx must be >= 16/],
    ['a fraction of a pixel', { input: { ...input, heightPx: 255.5 } }, /input\.heightPx must be integer/],
    ['a deviation of zero', { input: { ...input, std: [0, 1, 1] } }, /input\.std\.0/],
    ['a mean for two channels', { input: { ...input, mean: [0, 0] } }, /input\.mean/],
    ['a layout of its own', { input: { ...input, layout: 'hwc' } }, /input\.layout .*\(nhwc, nchw\)/],
    ['an absurd crop', { crop: { scale: 1e300 } }, /crop\.scale must be <= 4/],
    ['no output', { output: {} }, /output must/],
    ['two outputs', { output: { heatmap, simcc: { x: 'a', y: 'b', splitRatio: 2 } } }, /output must/],
    ['an output as a list', { output: [heatmap] }, /output must be object/],
    ['no points', { keypoints: [] }, /keypoints must/],
    ['points that are numbers', { keypoints: [1, 2, 3] }, /keypoints\.0/],
    ['a point too few', { keypoints: without('left_hip') }, /keypoints lacks left_hip/],
    ['a misspelt heel', { keypoints: keypointNames.map((n) => (n === 'left_heel' ? 'left_hel' : n)) }, /left_heel/],
    ['a point twice', { keypoints: [...keypointNames, 'L Big-Toe'] }, /keypoints 19 and 21 are both left_toe/],
    ['points that the file has not', { keypoints: [...keypointNames, null] }, /maps is not \[1, 22, \?, \?\]/],
    ['another checksum', { sha256: 'a'.repeat(64) }, /checksum/],
    ['a checksum that is none', { sha256: 'abc' }, /sha256/],
  ])('%s', async (_, spoilt, message) => {
    expect(await refusal(JSON.stringify({ ...good, ...spoilt }))).toEqual(refused(message));
  });
});

describe('a description that does not fit the file is told what the file has', () => {
  const has = 'has the input picture float32 \\[1, 3, 256, 192\\] and the output maps float32 \\[1, 21, 256, 192\\]';
  test.each([
    ['another input', { input: { ...input, name: 'image' } }, 'no input image'],
    ['another size', { input: { ...input, widthPx: 256 } }, 'input picture is not \\[1, 3, 256, 256\\]'],
    ['another order', { input: { ...input, layout: 'nhwc' } }, 'input picture is not \\[1, 256, 192, 3\\]'],
    ['another output', { output: { heatmap: { ...heatmap, name: 'heat' } } }, 'no output heat'],
    ['bins', { output: { simcc: { x: 'maps', y: 'maps', splitRatio: 2 } } }, 'output maps is not \\[1, 21, 384\\]'],
  ])('%s', async (_, spoilt, message) => {
    expect(await refusal(JSON.stringify({ ...good, ...spoilt }))).toEqual(refused(new RegExp(`${message}.*${has}`)));
  });

  test.each([
    ['columns', ['x', 'y', 'score'], /1032192 numbers: not 21 points of 3/],
    ['two places', ['x', 'x', 'y'], /two x/],
    ['half a place', ['x', 'score'], /lacks x or y/],
  ])('numbers: %s', async (_, columns, message) => {
    const output = { regression: { name: 'maps', columns, units: 'pixels' } };
    expect(await refusal(JSON.stringify({ ...good, output }))).toEqual(refused(message));
  });

  test('a map of other proportions than the input', async () => {
    const pooled = colourNetwork(plainInput, { flat: [1, 21, 128, 192] }, (file) =>
      file.node('MaxPool', ['maps'], ['flat'], { kernel_shape: [2, 1], strides: [2, 1] }),
    );
    const output = { heatmap: { ...heatmap, name: 'flat' } };
    const error = await refusal(JSON.stringify({ ...good, output }), { 'network.onnx': pooled });
    expect(error).toEqual(refused(/not 21 maps of the input’s proportions/));
  });
});

describe('files that are not what they should be', () => {
  test.each([
    ['nothing', '', /network\.json is not JSON/],
    ['half a file', '{"format": 1', /network\.json is not JSON/],
    ['a list', '[]', /must be object/],
    ['null', 'null', /must be object/],
    ['a description of a megabyte', `"${'x'.repeat(1.1e6)}"`, /larger than 1 MB/],
  ])('%s', async (_, text, message) => {
    expect(await refusal(text)).toEqual(refused(message));
  });

  test('a description that is not there, and one that is a folder', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'folder.json'));
    await expect(openDescribedNetwork(join(folder, 'none.json'))).rejects.toEqual(refused(/cannot be read: ENOENT/));
    await expect(openDescribedNetwork(join(folder, 'folder.json'))).rejects.toEqual(refused(/is not a file/));
  });

  test('no network, or a folder in its place', async () => {
    expect(await refusal(JSON.stringify(good), {})).toEqual(refused(/network\.onnx cannot be read: ENOENT/));
    expect(await refusal(JSON.stringify({ ...good, onnx: '.' }))).toEqual(refused(/is not a file/));
  });

  test.each([
    ['text', new TextEncoder().encode('this is no network at all')],
    ['nothing', new Uint8Array()],
    ['half a network', onnx.subarray(0, onnx.length >> 1)],
    ['an endless integer', new Uint8Array(64).fill(0xff)],
  ])('a network that is %s', async (_, bytes) => {
    const error = await refusal(JSON.stringify(good), { 'network.onnx': bytes });
    expect(error).toEqual(refused(/network\.onnx is not an ONNX network/));
  });

  test('a network that ONNX Runtime does not know', async () => {
    const strange = colourNetwork(plainInput, { strange: [1, 21, 256, 192] }, (file) =>
      file.node('NoSuchOperator', ['maps'], ['strange']),
    );
    const output = { heatmap: { ...heatmap, name: 'strange' } };
    const error = await refusal(JSON.stringify({ ...good, output }), { 'network.onnx': strange });
    expect(error).toEqual(refused(/ONNX Runtime cannot open .*NoSuchOperator/));
  });
});
