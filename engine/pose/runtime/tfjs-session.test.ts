import { KernelBackend, memory, registerBackend, setBackend } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { ModelId } from '../../../models/registry.ts';
import { openModel } from '../open-model.ts';
import type { InferenceSession } from './inference-session.ts';

/** Writes a pattern that depends on `seed` into the input and runs the network. */
async function run(session: InferenceSession, seed: number): Promise<void> {
  session.input.forEach((_, index) => {
    session.input[index] = 0.5 + 0.5 * Math.sin(index * 0.01 * seed) * Math.cos(index / 3000);
  });
  await session.run();
}

const open = async (id: ModelId) => (await openModel(id, { runtime: 'tfjs-wasm' })).session;

test('no tensor is left behind by runs, and none by a session that is closed', async () => {
  await (await open('blazepose-lite')).close();
  const before = memory().numTensors;
  const session = await open('blazepose-lite');
  const opened = memory().numTensors;
  for (let seed = 1; seed <= 4; seed++) await run(session, seed);
  expect(memory().numTensors).toBe(opened);
  expect(opened).toBeGreaterThan(before);
  await session.close();
  expect(memory().numTensors).toBe(before);
  expect(() => session.output('landmarks')).toThrow();
});

test('sessions run side by side, each with its own input and outputs', async () => {
  const sessions = [await open('blazepose-lite'), await open('blazepose-lite'), await open('blazepose-detector')];
  const onnx = [
    await openModel('blazepose-lite'),
    await openModel('blazepose-lite'),
    await openModel('blazepose-detector'),
  ];
  await Promise.all(
    [...sessions, ...onnx.map((model) => model.session)].map((session, i) => run(session, 1 + (i % 3))),
  );
  for (const [i, output, tolerance] of [
    [0, 'landmarks', 0.05],
    [1, 'landmarks', 0.05],
    [2, 'boxes', 0.02],
  ] as const) {
    const [found, expected] = [sessions[i].output(output), onnx[i].session.output(output)];
    expect(found.length).toBe(expected.length);
    expect(Math.max(...found.map((value, k) => Math.abs(value - expected[k])))).toBeLessThan(tolerance);
  }
  expect(sessions[0].output('landmarks')).not.toEqual(sessions[1].output('landmarks'));
  for (const session of [...sessions, ...onnx.map((model) => model.session)]) await session.close();
});

test('only what the registry names is computed', async () => {
  const session = await open('blazepose-lite');
  await run(session, 1);
  expect(session.output('presence').length).toBe(1);
  expect(() => session.output('Identity_2')).toThrow();
  await session.close();
});

test('a session finds its own backend again after somebody has chosen another', async () => {
  const session = await open('blazepose-lite');
  await run(session, 2);
  const expected = session.output('landmarks').slice();
  registerBackend('other', () => new KernelBackend());
  await setBackend('other');
  await run(session, 2);
  expect(session.output('landmarks')).toEqual(expected);
  await session.close();
});
