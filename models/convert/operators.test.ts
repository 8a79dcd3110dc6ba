import '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { io, setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import type { Graph, Value } from './graph.ts';
import { elementCount, GraphBuilder } from './graph-builder.ts';
import { graphToOnnx } from './graph-to-onnx.ts';
import { graphToTfjs } from './graph-to-tfjs.ts';
import { simplify } from './simplify.ts';
import { slideWindow } from './window.ts';

type RunGraph = (graph: Graph, numbers: Float32Array) => Promise<Float32Array>;

const inOnnx: RunGraph = async (graph, numbers) => {
  const session = await InferenceSession.create(graphToOnnx(graph, 'test', 'in'));
  const results = await session.run({ in: new OrtTensor('float32', numbers, graph.input.shape) });
  await session.release();
  return results.out.data as Float32Array;
};

const inTfjs: RunGraph = async (graph, numbers) => {
  await setBackend('wasm');
  const model = await loadGraphModel(io.fromMemory(graphToTfjs(graph, 'in')));
  const result = model.execute({ in: tensor(numbers, [...graph.input.shape]) }, 'out') as Tensor;
  return result.dataSync<'float32'>();
};

const constant = (shape: number[], numbers: number[]): Value => ({
  shape,
  type: 'float32',
  data: Float32Array.from(numbers),
});
const onePlace = { strides: [1, 1], dilations: [1, 1] } as const;

test('an odd number of zeros puts the extra one below and to the right', () => {
  const window = { size: [3, 3], strides: [2, 2], dilations: [1, 1], padding: 'same' } as const;
  expect(slideWindow([4, 5], window)).toEqual({ margins: { top: 0, left: 1, bottom: 1, right: 1 }, places: [2, 3] });
});

test('reshapes that come back to the same shape disappear', () => {
  const builder = new GraphBuilder({ shape: [1, 2, 2, 1], type: 'float32' });
  const [row] = builder.unstack(builder.expand(builder.input, 0), 0);
  const out = builder.unary('Sqrt', row);
  const graph = simplify(builder.finish(new Map([['out', out]])));
  expect(graph.ops.map((op) => op.kind)).toEqual(['unary']);
  expect(graph.ops[0].inputs[0]).toBe(builder.input);
});

describe.each([
  { format: 'ONNX', runIn: inOnnx },
  { format: 'TensorFlow.js', runIn: inTfjs },
])('in $format', ({ runIn }) => {
  /** Runs a graph on the numbers 1, 2, 3, … */
  const runGraph = async (graph: Graph): Promise<number[]> => {
    const numbers = Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => index + 1);
    return [...(await runIn(graph, numbers))];
  };

  const run = (shape: readonly number[], build: (builder: GraphBuilder) => Value): Promise<number[]> => {
    const builder = new GraphBuilder({ shape, type: 'float32' });
    return runGraph(simplify(builder.finish(new Map([['out', build(builder)]]))));
  };

  test('a convolution with stride 2 on an even picture starts at its first pixel', async () => {
    // The filter picks the top left pixel of its window, so the result shows where the windows begin.
    const filter = constant([1, 1, 3, 3], [1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const convolved = await run([1, 4, 4, 1], (builder) =>
      builder.conv(builder.input, filter, undefined, 1, { strides: [2, 2], dilations: [1, 1], padding: 'same' }),
    );
    expect(convolved).toEqual([1, 3, 9, 11]);
  });

  test('a depthwise convolution keeps the channels apart', async () => {
    const filter = constant([2, 1, 1, 1], [10, -1]);
    const bias = constant([2], [0, 100]);
    const convolved = await run([1, 1, 2, 2], (builder) =>
      builder.conv(builder.input, filter, bias, 2, { ...onePlace, padding: 'valid' }),
    );
    expect(convolved).toEqual([10, 98, 30, 96]);
  });

  test('zeros added before a convolution become its own border', async () => {
    const filter = constant([1, 1, 2, 2], [1, 1, 1, 1]);
    const builder = new GraphBuilder({ shape: [1, 2, 2, 1], type: 'float32' });
    const padded = builder.pad(builder.input, [0, 1, 0, 0], [0, 0, 1, 0]);
    const out = builder.conv(padded, filter, undefined, 1, { ...onePlace, padding: 'valid' });
    const graph = builder.finish(new Map([['out', out]]));
    const merged = simplify(graph);
    expect(merged.ops.map((op) => op.kind)).toEqual(['conv']);
    expect(await runGraph(merged)).toEqual(await runGraph(graph));
    expect(await runGraph(merged)).toEqual([3, 2, 10, 6]);
  });

  test('bilinear resampling samples at pixel centres', async () => {
    const row = (sampling: 'half_pixel' | 'align_corners' | 'asymmetric') =>
      run([1, 1, 2, 1], (builder) => builder.resize(builder.input, [1, 4], sampling));
    expect(await row('half_pixel')).toEqual([1, 1.25, 1.75, 2]);
    expect(await row('asymmetric')).toEqual([1, 1.5, 2, 2]);
    const corners = await row('align_corners');
    [1, 4 / 3, 5 / 3, 2].forEach((expected, index) => {
      expect(corners[index]).toBeCloseTo(expected, 6);
    });
  });

  test('resampling to a size that is no multiple', async () => {
    const resampled = await run([1, 1, 2, 1], (builder) => builder.resize(builder.input, [1, 3], 'half_pixel'));
    expect(resampled).toEqual([1, 1.5, 2]);
  });

  test('channels move into blocks in TensorFlow’s order', async () => {
    const moved = await run([1, 1, 1, 8], (builder) => builder.depthToSpace(builder.input, 2));
    expect(moved).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const wide = await run([1, 1, 2, 4], (builder) => builder.depthToSpace(builder.input, 2));
    expect(wide).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  });

  test('a constant without a batch axis joins a picture whose channels come first', async () => {
    const one = constant([1, 1, 1, 1], [1]);
    const grid = constant([2, 2, 1], [10, 20, 30, 40]);
    const sum = await run([1, 2, 2, 1], (builder) =>
      builder.binary(
        'Add',
        builder.conv(builder.input, one, undefined, 1, { ...onePlace, padding: 'valid' }),
        builder.reshape(grid, [2, 2, 1]),
      ),
    );
    expect(sum).toEqual([11, 22, 33, 44]);
  });

  test('the largest element’s place is used to gather', async () => {
    const gathered = await run([1, 3], (builder) => {
      const place = builder.argMax(builder.input, 1);
      return builder.gatherNd(constant([3, 2], [1, 2, 3, 4, 5, 6]), builder.expand(place, -1));
    });
    expect(gathered).toEqual([5, 6]);
  });

  test('activations bend what a convolution gives, and leave it as it was to other readers', async () => {
    const minus = constant([1, 1, 1, 1], [-1]);
    const bias = constant([1], [4]);
    const convolve = (builder: GraphBuilder) =>
      builder.conv(builder.input, minus, bias, 1, { ...onePlace, padding: 'same' });
    expect(await run([1, 1, 6, 1], (builder) => builder.unary('Relu', convolve(builder)))).toEqual([3, 2, 1, 0, 0, 0]);
    const twice = await run([1, 1, 6, 1], (builder) => {
      const convolved = convolve(builder);
      return builder.binary('Add', convolved, builder.unary('Relu6', convolved));
    });
    expect(twice).toEqual([6, 4, 2, 0, -1, -2]);
  });

  test('the largest number of each window, and what is cut apart and joined again', async () => {
    const window = { size: [2, 2], strides: [2, 2], dilations: [1, 1], padding: 'same' } as const;
    expect(await run([1, 2, 3, 1], (builder) => builder.maxPool(builder.input, window))).toEqual([5, 6]);
    const turned = await run([1, 3], (builder) => {
      const [first, second, third] = builder.unstack(builder.input, 1);
      return builder.concat([third, second, first], 0);
    });
    expect(turned).toEqual([3, 2, 1]);
  });

  test('whole numbers are divided downwards', async () => {
    const halved = await run([1, 4], (builder) => {
      const whole = builder.cast(builder.input, 'int32');
      return builder.cast(
        builder.binary('Div', whole, { shape: [], type: 'int32', data: Int32Array.of(2) }),
        'float32',
      );
    });
    expect(halved).toEqual([0, 1, 1, 2]);
  });
});
