import { expect, test } from 'vitest';
import { densify } from './densify.ts';

test('a compressed row names the columns of its values', () => {
  const dense = densify(Float32Array.of(1, 2, 3), [3, 4], {
    traversalOrder: [0, 1],
    blockMap: [],
    dimensions: [
      { format: 'dense', size: 3 },
      { format: 'csr', segments: [0, 2, 2, 3], indices: [1, 3, 0] },
    ],
  });
  expect([...dense]).toEqual([0, 1, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0]);
});

test('axes may be walked in another order than they are stored', () => {
  const dense = densify(Float32Array.of(5, 6), [2, 3], {
    traversalOrder: [1, 0],
    blockMap: [],
    dimensions: [
      { format: 'dense', size: 3 },
      { format: 'csr', segments: [0, 1, 1, 2], indices: [1, 0] },
    ],
  });
  expect([...dense]).toEqual([0, 0, 6, 5, 0, 0]);
});

test('blocks of 2 x 2 are placed as wholes', () => {
  const dense = densify(Float32Array.of(1, 2, 3, 4), [2, 4], {
    traversalOrder: [0, 1, 2, 3],
    blockMap: [0, 1],
    dimensions: [
      { format: 'dense', size: 1 },
      { format: 'csr', segments: [0, 1], indices: [1] },
      { format: 'dense', size: 2 },
      { format: 'dense', size: 2 },
    ],
  });
  expect([...dense]).toEqual([0, 0, 1, 2, 0, 0, 3, 4]);
});

test('values that are left over or lie outside are refused', () => {
  const row = (indices: number[]) => ({
    traversalOrder: [0],
    blockMap: [],
    dimensions: [{ format: 'csr' as const, segments: [0, indices.length], indices }],
  });
  expect(() => densify(Float32Array.of(1, 2), [4], row([3]))).toThrow(RangeError);
  expect(() => densify(Float32Array.of(1), [4], row([4]))).toThrow(RangeError);
});
