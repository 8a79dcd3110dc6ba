import { expect, it } from 'vitest';
import { outputSize, type VideoSize } from './output-size.ts';

it.each<[VideoSize, number, number, number, number]>([
  ['720p', 1920, 1080, 1280, 720],
  ['720p', 1080, 1920, 720, 1280],
  ['720p', 3840, 2160, 1280, 720],
  ['720p', 720, 1280, 720, 1280],
  ['720p', 1920, 1440, 960, 720],
  ['720p', 480, 352, 960, 704],
  ['720p', 1376, 910, 1088, 720],
  ['720p', 4096, 30, 1280, 10],
  ['1080p', 1920, 1080, 1920, 1080],
  ['1080p', 1080, 1920, 1080, 1920],
  ['1080p', 3840, 2160, 1920, 1080],
  ['1080p', 1280, 720, 1280, 720],
  ['1080p', 1600, 900, 1600, 900],
  ['1080p', 1920, 1440, 1440, 1080],
  ['1080p', 480, 352, 960, 704],
  ['1080p', 853, 481, 1276, 720],
])('at most %s: %ix%i becomes %ix%i', (largest, widthPx, heightPx, outWidth, outHeight) => {
  expect(outputSize({ widthPx, heightPx }, largest)).toEqual({ widthPx: outWidth, heightPx: outHeight });
});
