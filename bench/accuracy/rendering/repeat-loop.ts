import type { MotionLoop } from '../back/plant-motion.ts';

/** A loop that lasts a whole number of frames, and that number: its time goes slower or faster by less than half a frame in all. */
export function inWholeFrames(loop: MotionLoop, fps: number): { readonly loop: MotionLoop; readonly frames: number } {
  const frames = Math.round((loop.endS - loop.startS) * fps);
  const factor = frames / fps / (loop.endS - loop.startS);
  const moved = (timeS: number): number => (timeS - loop.startS) * factor;
  return {
    frames,
    loop: {
      motion: { ...loop.motion, timesS: loop.motion.timesS.map(moved) },
      startS: 0,
      endS: frames / fps,
      stances: loop.stances.map(({ side, onS, offS }) => ({ side, onS: moved(onS), offS: moved(offS) })),
    },
  };
}

interface Span {
  readonly side: string;
  readonly on: number;
  readonly off: number;
}

/** What a truth file has that repeats. */
export interface LoopTruth {
  readonly period: number;
  readonly seconds: number;
  readonly contacts: readonly Span[];
  readonly contactsAvatarSole: readonly Span[];
  readonly frames: readonly { readonly frame: number; readonly t: number }[];
}

/** The truth of one loop, gone through again until a clip is full; contacts that reach into the clip or out of it are in it, as the renderer has them. */
export function repeatedTruth<T extends LoopTruth>(truth: T, frames: number, fps: number): T {
  const seconds = frames / fps;
  const again = (spans: readonly Span[]): Span[] => {
    const once = spans.filter(({ on }) => on >= -1e-9 && on < truth.period - 1e-9);
    const turns = Array.from({ length: Math.ceil(seconds / truth.period) + 2 }, (_, k) => k - 1);
    const shifted = turns.flatMap((turn) =>
      once.map(({ side, on, off }) => ({ side, on: on + turn * truth.period, off: off + turn * truth.period })),
    );
    return shifted.filter(({ on, off }) => off > 0 && on < seconds).sort((a, b) => a.on - b.on);
  };
  return {
    ...truth,
    seconds,
    contacts: again(truth.contacts),
    contactsAvatarSole: again(truth.contactsAvatarSole),
    frames: Array.from({ length: frames }, (_, frame) => ({
      ...truth.frames[frame % truth.frames.length],
      frame,
      t: frame / fps,
    })),
  };
}
