import { expect, test } from 'vitest';
import { decodeSize } from './decode-size.ts';

const size = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });

test('landscape and portrait are decoded at the same height', () => {
  expect(decodeSize(size(1920, 1080), 'blazepose-full')).toEqual(size(1136, 640));
  expect(decodeSize(size(1080, 1920), 'blazepose-full')).toEqual(size(360, 640));
});

test('a smaller network needs fewer rows', () => {
  expect(decodeSize(size(1920, 1080), 'movenet-lightning')).toEqual(size(852, 480));
});

test('a small clip is never enlarged, and its sides become even', () => {
  expect(decodeSize(size(480, 352), 'blazepose-full')).toEqual(size(480, 352));
  expect(decodeSize(size(481, 353), 'blazepose-full')).toEqual(size(480, 352));
});
