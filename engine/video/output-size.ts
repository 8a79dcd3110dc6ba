import type { SizePx } from './video.ts';

const longSidePx = 1280;
const shortSidePx = 720;
/** Small clips are enlarged, so that lines and numbers drawn on them stay sharp, but no further than this. */
const mostEnlarged = 2;

/** Size of the annotated video: the clip's shape, at most 1280x720 (or 720x1280), even numbers. */
export function outputSize({ widthPx, heightPx }: SizePx): SizePx {
  const long = Math.max(widthPx, heightPx);
  const short = Math.min(widthPx, heightPx);
  const factor = Math.min(longSidePx / long, shortSidePx / short, mostEnlarged);
  const even = (px: number): number => Math.max(2, 2 * Math.round((px * factor) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
