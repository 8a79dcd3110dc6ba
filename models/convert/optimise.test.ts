import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { foldGain } from './fold-gain.ts';
import { gatherFirst } from './gather-first.ts';
import type { Graph, Value } from './graph.ts';
import { elementCount, GraphBuilder } from './graph-builder.ts';
import { graphToOnnx } from './graph-to-onnx.ts';
import { mergeLinear } from './merge-linear.ts';
import { resizeLast } from './resize-last.ts';
import { selectChannels } from './select-channels.ts';
import { simplify } from './simplify.ts';

/** Numbers between -1 and 1 from a fixed linear congruence. */
function numbers(count: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const constant = (...shape: number[]): Value => ({
  shape,
  type: 'float32',
  data: numbers(elementCount(shape), 7 + shape.length),
});
const scalar = (number: number): Value => ({ shape: [], type: 'float32', data: Float32Array.of(number) });
const window = { strides: [1, 1], dilations: [1, 1], padding: 'valid' } as const;

/** A picture, what is done to it, and the graph of it. */
function network(shape: readonly number[], build: (builder: GraphBuilder) => Value): Graph {
  const builder = new GraphBuilder({ shape, type: 'float32' });
  return simplify(builder.finish(new Map([['out', build(builder)]])));
}

async function run(graph: Graph): Promise<Float32Array> {
  const session = await InferenceSession.create(graphToOnnx(graph, 'test', 'in'));
  const { shape } = graph.input;
  const { out } = await session.run({ in: new Tensor('float32', numbers(elementCount(shape)), shape) });
  await session.release();
  return out.data as Float32Array;
}

/** Asserts that a rearranged network consists of these operators and says the same. */
async function expectSame(before: Graph, after: Graph, kinds: readonly string[]): Promise<void> {
  expect(after.ops.map(({ kind }) => kind)).toEqual(kinds);
  expect(after.outputs.get('out')?.shape).toEqual(before.outputs.get('out')?.shape);
  const [expected, found] = [await run(before), await run(after)];
  expect(found.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(found[index]).toBeCloseTo(value, 5);
  });
  expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
}

const pointwise = (builder: GraphBuilder, picture: Value, channels: number): Value =>
  builder.conv(picture, constant(channels, picture.shape[3], 1, 1), constant(channels), 1, window);

test('two pointwise convolutions become one where that is cheaper', async () => {
  const graph = network([1, 4, 5, 3], (builder) => pointwise(builder, pointwise(builder, builder.input, 9), 4));
  await expectSame(graph, simplify(mergeLinear(graph)), ['conv']);
});

test('two stay two where one would take more multiplications, or where others read what lies between', () => {
  const narrow = network([1, 4, 5, 48], (builder) => pointwise(builder, pointwise(builder, builder.input, 8), 48));
  expect(mergeLinear(narrow)).toEqual(narrow);
  const shared = network([1, 4, 5, 3], (builder) => {
    const between = pointwise(builder, builder.input, 9);
    return builder.concat([between, pointwise(builder, between, 4)], 3);
  });
  expect(mergeLinear(shared)).toEqual(shared);
});

test('a pointwise convolution comes before the enlarging, its limit after it', async () => {
  const graph = network([1, 3, 4, 6], (builder) =>
    builder.unary('Relu6', pointwise(builder, builder.resize(builder.input, [6, 8], 'half_pixel'), 5)),
  );
  const moved = simplify(resizeLast(graph));
  await expectSame(graph, moved, ['conv', 'resize', 'unary']);
  expect(moved.ops[0].outputs[0].shape).toEqual([1, 3, 4, 5]);
});

test('it goes through sums with what is not enlarged, level by level', async () => {
  const graph = network([1, 2, 4, 6], (builder) => {
    const once = builder.resize(builder.input, [4, 8], 'half_pixel');
    const sum = builder.binary('Add', once, builder.unary('Relu', builder.resize(builder.input, [4, 8], 'asymmetric')));
    const twice = builder.resize(sum, [8, 16], 'half_pixel');
    const detail = builder.unary('Relu', builder.resize(builder.input, [8, 16], 'half_pixel'));
    return pointwise(builder, builder.binary('Add', twice, detail), 5);
  });
  const moved = simplify(resizeLast(graph));
  const kinds = moved.ops.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'conv').length).toBe(3);
  await expectSame(graph, moved, kinds);
  const places = moved.ops.filter(({ kind }) => kind === 'conv').map(({ outputs }) => outputs[0].shape.slice(1, 3));
  expect(places).toContainEqual([2, 4]);
});

test('a convolution that shrinks the picture or looks around stays where it is', () => {
  const graph = network([1, 3, 4, 6], (builder) => {
    const large = builder.resize(builder.input, [6, 8], 'half_pixel');
    return builder.conv(large, constant(5, 6, 3, 3), undefined, 1, { ...window, strides: [2, 2], padding: 'same' });
  });
  expect(resizeLast(graph)).toEqual(graph);
});

test('what is read at some places alone is computed there alone', async () => {
  const graph = network([1, 4, 5, 3], (builder) => {
    const map = pointwise(builder, builder.unary('Relu', pointwise(builder, builder.input, 8)), 2);
    const places: Value = { shape: [2, 3], type: 'int32', data: Int32Array.of(0, 3, 1, 0, 0, 4) };
    return builder.gatherNd(map, places);
  });
  const moved = simplify(gatherFirst(graph));
  await expectSame(graph, moved, ['gatherNd', 'reshape', 'conv', 'unary', 'conv', 'reshape']);
});

test('the gain of a picture goes into the filters, its offset stays, borders are zero as before', async () => {
  const graph = network([1, 4, 5, 3], (builder) => {
    const scaled = builder.binary('Mul', builder.binary('Sub', builder.input, scalar(0)), scalar(0.5));
    const centred = builder.binary('Sub', scaled, scalar(1));
    return builder.conv(centred, constant(4, 3, 3, 3), constant(4), 1, { ...window, padding: 'same' });
  });
  await expectSame(graph, simplify(foldGain(graph)), ['binary', 'conv']);
});

test('arithmetic that differs between channels, or that others read, stays', () => {
  const uneven = network([1, 4, 5, 3], (builder) =>
    pointwise(builder, builder.binary('Mul', builder.input, constant(3)), 4),
  );
  expect(foldGain(uneven)).toEqual(uneven);
  const shared = network([1, 4, 5, 3], (builder) => {
    const scaled = builder.binary('Mul', builder.input, scalar(2));
    return builder.concat([scaled, pointwise(builder, scaled, 4)], 3);
  });
  expect(foldGain(shared)).toEqual(shared);
});

test('of an output, the chosen channels remain, in the chosen order', async () => {
  const graph = network([1, 2, 2, 3], (builder) =>
    builder.reshape(builder.conv(builder.input, constant(5, 3, 2, 2), constant(5), 1, window), [1, 5]),
  );
  const [whole, some] = [await run(graph), await run(simplify(selectChannels(graph, 'out', [4, 0, 1])))];
  expect([...some]).toEqual([whole[4], whole[0], whole[1]]);
});

test('an output that is no convolution’s cannot be narrowed', () => {
  const graph = network([1, 2, 2, 3], (builder) => builder.unary('Sigmoid', pointwise(builder, builder.input, 5)));
  expect(() => selectChannels(graph, 'out', [0])).toThrow('out is not a convolution’s result');
});

test('a limit that follows no convolution is the same in blocks of channels', async () => {
  const graph = network([1, 2, 4, 16], (builder) => {
    const tripled = builder.binary('Add', pointwise(builder, builder.input, 16), pointwise(builder, builder.input, 16));
    return pointwise(builder, builder.unary('Relu6', tripled), 4);
  });
  const expected = network([1, 2, 4, 16], (builder) => {
    const tripled = builder.binary('Add', pointwise(builder, builder.input, 16), pointwise(builder, builder.input, 16));
    const six = builder.binary('Sub', scalar(6), builder.unary('Relu', tripled));
    return pointwise(builder, builder.binary('Sub', scalar(6), builder.unary('Relu', six)), 4);
  });
  const [found, wanted] = [await run(graph), await run(expected)];
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(wanted[index], 4);
  });
});
