import { AV_NOPTS_VALUE } from 'node-av/constants';
import type { Frame } from 'node-av/lib';
import type { FrameClock } from './frame-clock.ts';

/** Finds each decoded frame's place in the clip's clock, so that a picture that cannot be decoded leaves its gap. */
export class FrameIndexer {
  readonly #ticks: readonly bigint[];
  readonly #byTime: boolean;
  #last = -1;

  constructor(clock: FrameClock) {
    this.#ticks = clock.ticks;
    this.#byTime = clock.namesFrames;
  }

  /** Index of the next frame in order of presentation; null for one beyond the clock. */
  next(frame: Frame): number | null {
    let index = this.#last + 1;
    const tick = frame.pts === AV_NOPTS_VALUE ? frame.bestEffortTimestamp : frame.pts;
    if (this.#byTime && tick !== AV_NOPTS_VALUE) {
      while (index + 1 < this.#ticks.length && this.#ticks[index + 1] <= tick) index++;
    }
    if (index >= this.#ticks.length) return null;
    this.#last = index;
    return index;
  }
}
