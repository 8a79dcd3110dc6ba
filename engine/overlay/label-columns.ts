import { bodyBox } from './body-box.ts';
import type { Figure } from './figure.ts';
import { glideFrames, gliding, glidingOver } from './glide.ts';

/** The picture's two sides, as seen. */
export type PictureSide = 'left' | 'right';

/** Where a column of labels stands in a frame. */
export interface ColumnPlace {
  readonly side: PictureSide;
  /** Left edge of the column. */
  readonly x: number;
  /** Below 1 while a column appears or goes. */
  readonly opacity: number;
}

/** Shorter than this, seconds, a column is not shown at all, and in such a time it appears and goes. */
const shortestS = 0.4;
const fadeS = 0.13;
/** A column that follows one on the other side may come earlier until it is there for this long. */
const readableS = 0.6;

/** What moves by no more than this share of the picture in the whole clip, as on a treadmill, stands still. */
const stillShare = 0.05;

export const otherPictureSide = (side: PictureSide): PictureSide => (side === 'left' ? 'right' : 'left');

/**
 * Where labels may stand beside the runner without covering the body: to the left and to the right of all that it reaches, gliding along with
 * it. A column that would leave the picture changes its side, and where neither side has room there is none.
 */
export class LabelColumns {
  /** Middle of the hips, without the quick movements: rows are placed from its height. */
  readonly hipYPx: Float64Array;
  readonly #figure: Figure;
  readonly #edges: Readonly<Record<PictureSide, Float64Array>>;
  readonly #known: Uint8Array;

  constructor(figure: Figure) {
    const { timesS, frameCount } = figure.tracks;
    this.#figure = figure;
    const reach = glideFrames(timesS);
    const hips = Array.from({ length: frameCount }, (_, frame) => figure.middle('hip', frame));
    const boxes = hips.map((_, frame) => bodyBox(figure, frame));
    const column = (value: (frame: number) => number | undefined): Float64Array =>
      Float64Array.from({ length: frameCount }, (_, frame) => value(frame) ?? Number.NaN);
    const hipX = gliding(
      column((frame) => hips[frame]?.x),
      reach,
    );
    const hipY = gliding(
      column((frame) => hips[frame]?.y),
      reach,
    );
    const { widthPx, heightPx } = figure.size;
    this.hipYPx = stillIfNearly(hipY, stillShare * heightPx, (low, high) => (low + high) / 2);
    const beyond = (edge: (frame: number) => number | undefined): Float64Array => glidingOver(column(edge), reach);
    const left = beyond((frame) => minus(hipX[frame], boxes[frame]?.x));
    const right = beyond((frame) => {
      const box = boxes[frame];
      return box ? box.x + box.width - hipX[frame] : undefined;
    });
    this.#edges = {
      left: stillIfNearly(
        hipX.map((x, i) => x - left[i]),
        stillShare * widthPx,
        (low) => low,
      ),
      right: stillIfNearly(
        hipX.map((x, i) => x + right[i]),
        stillShare * widthPx,
        (_, high) => high,
      ),
    };
    this.#known = Uint8Array.from(boxes, (box) => (box ? 1 : 0));
  }

  /** Left edge of a column of a width on a side of the runner. */
  xPx(side: PictureSide, frame: number, widthPx: number, gapPx: number): number {
    const edge = this.#edges[side][frame];
    return side === 'left' ? edge - gapPx - widthPx : edge + gapPx;
  }

  /** Whether it lies in the picture, and the runner is there. */
  fits(side: PictureSide, frame: number, widthPx: number, gapPx: number): boolean {
    const x = this.xPx(side, frame, widthPx, gapPx);
    return this.#known[frame] === 1 && x >= gapPx / 2 && x + widthPx <= this.#figure.size.widthPx - gapPx / 2;
  }

  /** Share of the frames with a runner in which a column has room on either side. */
  room(widthPx: number, gapPx: number): number {
    let [known, fitting] = [0, 0];
    for (let frame = 0; frame < this.#known.length; frame++) {
      if (this.#known[frame] === 0) continue;
      known++;
      if (this.fits('left', frame, widthPx, gapPx) || this.fits('right', frame, widthPx, gapPx)) fitting++;
    }
    return known === 0 ? 0 : fitting / known;
  }

  /**
   * Where a column stands in each frame; null where it is not shown.
   *
   * @param preferred Taken where both sides have room for equally long.
   */
  place(widthPx: number, gapPx: number, preferred: PictureSide): readonly (ColumnPlace | null)[] {
    const frames = Array.from(this.#known.keys());
    const fits = (side: PictureSide, frame: number): boolean => this.fits(side, frame, widthPx, gapPx);
    const roomOf = (side: PictureSide): number => frames.filter((frame) => fits(side, frame)).length;
    const first = roomOf(otherPictureSide(preferred)) > roomOf(preferred) ? otherPictureSide(preferred) : preferred;
    let current: PictureSide | null = null;
    const sides = frames.map((frame) => {
      if (current === null || !fits(current, frame)) {
        const order = [first, otherPictureSide(first)] as const;
        current = order.find((side) => fits(side, frame)) ?? null;
      }
      return current;
    });
    return this.#faded(this.#shared(sides, fits), widthPx, gapPx);
  }

  /** A second column opposite to the first one: null in stretches of the first in which it has not room all the time. */
  opposite(first: readonly (ColumnPlace | null)[], widthPx: number, gapPx: number): readonly (ColumnPlace | null)[] {
    const sides: (PictureSide | null)[] = first.map(() => null);
    for (const { from, to } of stretches(first.map((place) => place?.side ?? null))) {
      const side = first[from]?.side;
      if (!side) continue;
      const free = otherPictureSide(side);
      const frames = Array.from({ length: to - from }, (_, i) => from + i);
      if (frames.every((frame) => this.fits(free, frame, widthPx, gapPx))) sides.fill(free, from, to);
    }
    return this.#faded(sides, widthPx, gapPx);
  }

  /** Who runs through the picture fast leaves the second side little time: it gets some of the first one's, as far as it has room then. */
  #shared(
    sides: readonly (PictureSide | null)[],
    fits: (side: PictureSide, frame: number) => boolean,
  ): (PictureSide | null)[] {
    const { timesS } = this.#figure.tracks;
    const shared = [...sides];
    for (const { from, to } of stretches(sides)) {
      const [side, before] = [sides[from], shared[from - 1]];
      if (side === null || !before) continue;
      let start = from;
      const first = shared.findLastIndex((one, frame) => frame < from && one !== before) + 1;
      while (
        start - 1 > first &&
        timesS[to - 1] - timesS[start] < readableS &&
        timesS[start - 1] - timesS[first] > readableS &&
        fits(side, start - 1)
      )
        start--;
      shared.fill(side, start, from);
    }
    return shared;
  }

  #faded(sides: readonly (PictureSide | null)[], widthPx: number, gapPx: number): (ColumnPlace | null)[] {
    const { timesS } = this.#figure.tracks;
    const last = sides.length - 1;
    const places: (ColumnPlace | null)[] = sides.map(() => null);
    for (const { from, to } of stretches(sides)) {
      const side = sides[from];
      const isWhole = from === 0 && to === sides.length;
      if (side === null || (!isWhole && timesS[to - 1] - timesS[from] < shortestS)) continue;
      for (let frame = from; frame < to; frame++) {
        const since = from === 0 ? 1 : (timesS[frame] - timesS[from - 1]) / fadeS;
        const until = to > last ? 1 : (timesS[to] - timesS[frame]) / fadeS;
        const opacity = Math.min(1, since, until);
        places[frame] = { side, x: this.xPx(side, frame, widthPx, gapPx), opacity };
      }
    }
    return places;
  }
}

/** One value for all frames in the place of such as differ little. NaN stays. */
function stillIfNearly(
  values: Float64Array,
  most: number,
  one: (lowest: number, highest: number) => number,
): Float64Array {
  const known = values.filter(Number.isFinite);
  const [low, high] = [
    known.reduce((least, value) => Math.min(least, value), Infinity),
    known.reduce((largest, value) => Math.max(largest, value), -Infinity),
  ];
  if (!(high - low <= most)) return values;
  const still = one(low, high);
  return values.map((value) => (Number.isFinite(value) ? still : value));
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Runs of equal values. */
function stretches<T>(values: readonly T[]): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let i = 1; i <= values.length; i++) {
    if (i < values.length && values[i] === values[from]) continue;
    found.push({ from, to: i });
    from = i;
  }
  return found;
}

const minus = (from: number, value: number | undefined): number | undefined =>
  value === undefined ? undefined : from - value;
