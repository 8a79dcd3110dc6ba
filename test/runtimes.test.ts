import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
// ONNX Runtime has to be on the main thread before other threads load it.
import 'onnxruntime-node';
import { expect, it } from 'vitest';

const opened = new URL('../dist/engine/pose/open-model.js', import.meta.url).href;

/** What a thread posts that runs `script` on the built package. */
async function post(script: string): Promise<unknown> {
  const worker = new Worker(`const { parentPort } = require('node:worker_threads');\n(async () => {${script}})();`, {
    eval: true,
  });
  const failed = once(worker, 'error').then(([error]) => Promise.reject(error));
  const [message] = await Promise.race([once(worker, 'message'), failed]);
  await worker.terminate();
  return message;
}

const runs = (runtime: string): string => `
  const { openModel } = await import(${JSON.stringify(opened)});
  const { session } = await openModel('movenet-lightning', { runtime: '${runtime}' });
  session.input.fill(100);
  await session.run();
  parentPort.postMessage([...session.output('keypoints')]);
  await session.close();
`;

it('loads TensorFlow.js only when it is asked for', async () => {
  const loaded = await post(`
    const { openModel } = await import(${JSON.stringify(opened)});
    await openModel('movenet-lightning');
    const before = '_tfengine' in globalThis;
    await openModel('movenet-lightning', { runtime: 'tfjs-wasm' });
    parentPort.postMessage([before, '_tfengine' in globalThis]);
  `);
  expect(loaded).toEqual([false, true]);
});

it('runs TensorFlow.js in several threads at once', async () => {
  const [first, second, onnx] = (await Promise.all([
    post(runs('tfjs-wasm')),
    post(runs('tfjs-wasm')),
    post(runs('onnx')),
  ])) as number[][];
  expect(first).toEqual(second);
  expect(first.length).toBe(17 * 3);
  first.forEach((value, index) => {
    expect(value).toBeCloseTo(onnx[index], 4);
  });
});
