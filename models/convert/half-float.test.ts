import { expect, test } from 'vitest';
import { widenHalfs } from './half-float.ts';

const widen = (...halfs: number[]): number[] => [...widenHalfs(new Uint8Array(Uint16Array.from(halfs).buffer))];

test('normal numbers keep their value', () => {
  expect(widen(0x3c00, 0xc000, 0x3555, 0x7bff, 0x0400)).toEqual([1, -2, 0.333251953125, 65504, 2 ** -14]);
});

test('zeros keep their sign; subnormal numbers are exact', () => {
  expect(widen(0x0000, 0x8000, 0x0001, 0x83ff)).toEqual([0, -0, 2 ** -24, -1023 * 2 ** -24]);
});

test('infinity and NaN survive', () => {
  expect(widen(0x7c00, 0xfc00, 0x7e00)).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
});

test('the bytes may start at an odd address', () => {
  const bytes = Uint8Array.of(0xff, 0x00, 0x3c).subarray(1);
  expect([...widenHalfs(bytes)]).toEqual([1]);
});
