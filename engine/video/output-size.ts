import type { SizePx } from './video.ts';

/** Largest size of the annotated video, landscape or portrait. */
export const videoSizes = ['720p', '1080p'] as const;
export type VideoSize = (typeof videoSizes)[number];

const sides: Readonly<Record<VideoSize, { readonly longPx: number; readonly shortPx: number }>> = {
  '720p': { longPx: 1280, shortPx: 720 },
  '1080p': { longPx: 1920, shortPx: 1080 },
};
/** Clips below 720p are enlarged, so that lines and numbers drawn on them stay sharp, but no further than this. */
const mostEnlarged = 2;

/** Size of the annotated video: the clip's shape, at most 1920x1080 or 1280x720 (or upright), even numbers. */
export function outputSize({ widthPx, heightPx }: SizePx, largest: VideoSize): SizePx {
  const toFit = ({ longPx, shortPx }: { longPx: number; shortPx: number }): number =>
    Math.min(longPx / Math.max(widthPx, heightPx), shortPx / Math.min(widthPx, heightPx));
  const enlarged = Math.max(1, Math.min(toFit(sides['720p']), mostEnlarged));
  const factor = Math.min(toFit(sides[largest]), enlarged);
  const even = (px: number): number => Math.max(2, 2 * Math.round((px * factor) / 2));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}
