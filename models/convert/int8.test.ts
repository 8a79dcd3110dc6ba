import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { measureRanges } from '../measure-ranges.ts';
import type { Graph, Value } from './graph.ts';
import { elementCount, GraphBuilder } from './graph-builder.ts';
import { graphToOnnx } from './graph-to-onnx.ts';
import { type Int8Plan, int8Results, planInt8, unboundedValues } from './int8-plan.ts';
import { simplify } from './simplify.ts';

/** Numbers between -1 and 1 from a fixed linear congruence. */
function numbers(count: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const constant = (seed: number, ...shape: number[]): Value => ({
  shape,
  type: 'float32',
  data: numbers(elementCount(shape), seed),
});
const window = { strides: [1, 1], dilations: [1, 1], padding: 'same' } as const;
const shape = [1, 16, 16, 8];

/** A block as the networks have them: wider, each channel by itself, narrower, added to what came; then an output. */
function block(rows = 16): Graph {
  const builder = new GraphBuilder({ shape: [1, rows, rows, 8], type: 'float32' });
  const conv = (picture: Value, channels: number, seed: number) =>
    builder.conv(picture, constant(seed, channels, picture.shape[3], 1, 1), constant(seed + 1, channels), 1, window);
  const limited = (value: Value) => builder.unary('Relu6', value);
  const half: Value = { shape: [], type: 'float32', data: Float32Array.of(0.5) };
  const start = builder.binary('Mul', builder.input, half);
  const wide = limited(conv(start, 24, 3));
  const deep = limited(builder.conv(wide, constant(5, 24, 1, 3, 3), undefined, 24, window));
  const sum = builder.binary('Add', conv(deep, 8, 7), start);
  const out = conv(limited(conv(sum, 16, 9)), 4, 11);
  return simplify(builder.finish(new Map([['out', out]])));
}

const picture = numbers(elementCount(shape), 42);

async function run(graph: Graph, plan?: Int8Plan): Promise<Float32Array> {
  // Told to add up products of bytes exactly, as processors without VNNI do not of themselves.
  const options = { logSeverityLevel: 3, extra: { session: { x64quantprecision: '1' } } } as const;
  const session = await InferenceSession.create(graphToOnnx(graph, 'test', 'in', plan), options);
  const { out } = await session.run({ in: new Tensor('float32', picture, shape) });
  await session.release();
  return out.data as Float32Array;
}

test('a block in integers says nearly what it says in real numbers', async () => {
  const graph = block();
  const exact = await run(graph);
  const found = await run(graph, planInt8(graph, await measureRanges(graph, [picture])));
  const span = Math.max(...exact) - Math.min(...exact);
  const errors = exact.map((value, index) => Math.abs(value - found[index]) / span);
  expect(Math.max(...errors)).toBeLessThan(0.05);
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.01);
  expect(found).not.toEqual(exact);
});

test('what lies before an output stays in real numbers; values without a limit need a range', () => {
  const graph = block();
  const results = int8Results(graph);
  expect([...results.keys()].map(({ kind }) => kind)).toEqual(['conv', 'conv', 'conv', 'binary', 'conv']);
  expect(unboundedValues(graph, results).map((value) => value.shape[3])).toEqual([8, 8, 8]);
});

test('a limit keeps what comes before it in its range', async () => {
  const graph = block();
  const ranges = await measureRanges(graph, [picture]);
  const { ranges: planned, results } = planInt8(graph, ranges);
  const [first] = results.values();
  expect(planned.get(first)).toEqual([0, 6]);
});

test('pictures of many or few rows stay in real numbers', () => {
  expect(int8Results(block(17)).size).toBe(0);
  expect(int8Results(block(7)).size).toBe(0);
  expect(int8Results(block(8)).size).toBe(5);
});

test('ranges that are not those of the network are refused', () => {
  expect(() => planInt8(block(), [0, 1])).toThrow('3 values need a range, 1 ranges are known');
});

test('a range holds zero and everything that was seen', async () => {
  const graph = block();
  const [low, high] = await measureRanges(graph, [picture, picture.map((value) => value / 2)]);
  expect([low, high]).toEqual([Math.min(...picture) / 2, Math.max(...picture) / 2]);
  const [lowest] = await measureRanges(graph, [picture.map(Math.abs)]);
  expect(lowest).toBe(0);
});
