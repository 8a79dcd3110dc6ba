import { expect, it } from 'vitest';
import { GraphBuilder } from '../../models/convert/graph-builder.ts';
import { networkIds } from '../../models/registry.ts';
import { countWork, networkWork } from './network-work.ts';

const constant = (shape: readonly number[]) =>
  ({ shape, type: 'float32', data: new Float32Array(shape.reduce((a, b) => a * b, 1)) }) as const;

it('counts what a convolution does and moves', () => {
  const builder = new GraphBuilder({ shape: [1, 8, 8, 3], type: 'float32' });
  const window = { strides: [2, 2], dilations: [1, 1], padding: 'same' } as const;
  const output = builder.conv(builder.input, constant([5, 3, 3, 3]), constant([5]), 1, window);
  const activated = builder.unary('Relu', output);
  expect(countWork(builder.finish(new Map([['out', activated]])))).toEqual({
    flops: 2 * (4 * 4 * 5) * (3 * 3 * 3),
    weightBytes: 4 * (5 * 3 * 3 * 3 + 5),
    activationBytes: 4 * (8 * 8 * 3 + 4 * 4 * 5),
    outputBytes: 4 * (4 * 4 * 5),
  });
});

it('counts a depthwise convolution once per channel', () => {
  const builder = new GraphBuilder({ shape: [1, 8, 8, 3], type: 'float32' });
  const window = { strides: [1, 1], dilations: [1, 1], padding: 'same' } as const;
  const output = builder.conv(builder.input, constant([3, 1, 3, 3]), undefined, 3, window);
  expect(countWork(builder.finish(new Map([['out', output]]))).flops).toBe(2 * (8 * 8 * 3) * 9);
});

it('finds the networks as large as they are known to be', async () => {
  const gigaflops = await Promise.all(networkIds.map(async (id) => [id, (await networkWork(id)).flops / 1e9] as const));
  const rounded = Object.fromEntries(gigaflops.map(([id, value]) => [id, Number(value.toFixed(1))]));
  expect(rounded).toEqual({
    'blazepose-full': 0.7,
    'blazepose-lite': 0.3,
    'blazepose-heavy': 3.8,
    'movenet-lightning': 0.5,
    'movenet-thunder': 2.3,
  });
});
