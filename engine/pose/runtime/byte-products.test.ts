import { expect, test } from 'vitest';
import { cpuInfo, overflowsInPairs } from './byte-products.ts';

test('only processors with the instructions add up products of bytes at once', () => {
  expect(overflowsInPairs('flags\t\t: fpu avx512f avx512_vnni avx512_bf16\n')).toBe(false);
  expect(overflowsInPairs('flags\t\t: fpu avx2 avx_vnni\n')).toBe(false);
  expect(overflowsInPairs('flags\t\t: fpu avx2 avx512f\n')).toBe(true);
  expect(overflowsInPairs(undefined)).toBe(true);
});

test.runIf(process.platform === 'linux')('Linux tells of its processors', () => {
  expect(cpuInfo()).toMatch(/processor/);
});
