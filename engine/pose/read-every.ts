import type { VideoProbe } from '../video/video.ts';

/** Frames per second beyond which running has nothing more to show: events are timed between frames, limbs filtered below 20 Hz. */
const usefulFps = 100;

/** Every how many frames of a clip one is read: all up to 200 frames per second, every second one of 240. */
export function readEvery({ fps }: Pick<VideoProbe, 'fps'>): number {
  return Math.max(1, Math.floor(fps / usefulFps));
}
