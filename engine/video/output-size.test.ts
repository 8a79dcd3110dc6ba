import { expect, it } from 'vitest';
import { outputSize } from './output-size.ts';

it.each([
  [1920, 1080, 1280, 720],
  [1080, 1920, 720, 1280],
  [3840, 2160, 1280, 720],
  [720, 1280, 720, 1280],
  [1920, 1440, 960, 720],
  [480, 352, 960, 704],
  [1376, 910, 1088, 720],
  [4096, 30, 1280, 10],
])('%ix%i becomes %ix%i', (widthPx, heightPx, outWidth, outHeight) => {
  expect(outputSize({ widthPx, heightPx })).toEqual({ widthPx: outWidth, heightPx: outHeight });
});
