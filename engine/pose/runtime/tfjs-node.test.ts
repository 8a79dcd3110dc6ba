import '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as core from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { readTfjsModel } from '../../../models/tfjs-model.ts';
import { openModel } from '../open-model.ts';
import { loadTfjsNode } from './tfjs-node.ts';
import { openTfjsSession } from './tfjs-session.ts';

const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });

test('a package that is not installed, or not whole, is a coded error', async () => {
  await expect(loadTfjsNode(() => Promise.reject(missing))).rejects.toMatchObject({
    code: 'runtime_unavailable',
    cause: missing,
  });
  await expect(loadTfjsNode(async () => ({ default: {} }))).rejects.toMatchObject({ code: 'runtime_unavailable' });
  await expect(loadTfjsNode(async () => null)).rejects.toMatchObject({ code: 'runtime_unavailable' });
});

test('a package with its exports runs a network on its backend', async () => {
  // The kernels of the WebAssembly backend stand in for those of the library, under the library's name.
  core.registerBackend('tensorflow', core.findBackendFactory('wasm'));
  core.copyRegisteredKernels('wasm', 'tensorflow');
  const names: string[] = [];
  const tfjs = await loadTfjsNode(async (name) => {
    names.push(name);
    return { default: { ...core, loadGraphModel } };
  });
  expect(names).toEqual(['@tensorflow/tfjs-node']);
  const ports = { inputName: 'image', inputShape: [1, 192, 192, 3], outputNames: ['keypoints'] };
  const session = await openTfjsSession(tfjs, await readTfjsModel('movenet-lightning'), ports);
  expect(core.getBackend()).toBe('tensorflow');
  const onnx = await openModel('movenet-lightning');
  for (const { input } of [session, onnx.session]) {
    input.forEach((_, index) => {
      input[index] = 127 + 127 * Math.sin(index * 0.01) * Math.cos(index / 3000);
    });
  }
  await session.run();
  await onnx.session.run();
  const expected = onnx.session.output('keypoints');
  const differences = session.output('keypoints').map((value, index) => Math.abs(value - expected[index]));
  expect(Math.max(...differences)).toBeLessThan(0.0001);
  await session.close();
  await onnx.session.close();
});
