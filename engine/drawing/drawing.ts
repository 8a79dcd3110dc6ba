import type { SizePx } from '../video/video.ts';
import type { PointPx, Shape } from './shape.ts';

/** `#rrggbb`. */
export type Colour = `#${string}`;

/** Frames of the clip from `from` up to, but not including, `to`. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

/** A line round the outside of everything that is painted in one stroke. */
export interface Outline {
  readonly widthPx: number;
  readonly colour: Colour;
  readonly opacity: number;
}

export interface ShapeLook {
  readonly fill: Colour;
  /** 0 invisible to 1 opaque; 1 by default. */
  readonly opacity?: number;
  readonly outline?: Outline;
  /** Standard deviation of the edge's Gaussian blur; no outline then. */
  readonly blurPx?: number;
}

export interface TextLook {
  /** Height of a line, pixels: from the font's ascent to its descent. */
  readonly sizePx: number;
  readonly colour: Colour;
  readonly opacity?: number;
  readonly bold?: boolean;
  /** Which point of the text lies at the position; its middle by default. */
  readonly anchor?: 'left' | 'middle' | 'right';
  readonly outline?: Outline;
}

/** Something painted in one stroke: overlapping shapes of it do not add up. */
export type DrawingItem = { readonly span: FrameSpan; readonly layer: number } & (
  | { readonly kind: 'shapes'; readonly look: ShapeLook; readonly shapes: readonly Shape[] }
  | { readonly kind: 'text'; readonly look: TextLook; readonly at: PointPx; readonly text: string }
  /** A disc that is replaced by a few squares of its mean colours, which nobody is known by. */
  | { readonly kind: 'mosaic'; readonly at: PointPx; readonly radius: number }
);

/** Letters that the Latin fonts lack: Chinese, Japanese and Korean write many of the same ones differently. */
export type Script = 'chinese' | 'japanese' | 'korean';

/** Everything that is drawn over a clip. Plain data, so that it can cross to another process. */
export interface Drawing {
  /** Of the annotated video. */
  readonly size: SizePx;
  /** Of the clip's picture in it, in the upper left corner; what is beyond is the background. */
  readonly picture: SizePx;
  /** Null for texts of Latin letters. */
  readonly script: Script | null;
  /**
   * A higher layer lies above a lower one; within a layer, items of one frame above those of several, and later above
   * earlier ones. What is there from frame 0 to the last one lies together, in the lowest of its layers.
   */
  readonly items: readonly DrawingItem[];
}

/** Collects a {@link Drawing}. */
export class DrawingBuilder {
  readonly #size: SizePx;
  readonly #picture: SizePx;
  readonly #items: DrawingItem[] = [];
  readonly #place: (span: FrameSpan) => FrameSpan;
  readonly #script: Script | null;

  /**
   * @param place The clip's frames of a span that is given in frames of another count; the same by default.
   * @param picture Of the clip's picture; the whole by default.
   * @param script Of the texts; Latin by default.
   */
  constructor(
    size: SizePx,
    place: (span: FrameSpan) => FrameSpan = (span) => span,
    picture: SizePx = size,
    script: Script | null = null,
  ) {
    this.#size = size;
    this.#picture = picture;
    this.#place = place;
    this.#script = script;
  }

  shape(span: FrameSpan, layer: number, look: ShapeLook, ...shapes: readonly Shape[]): void {
    if (shapes.length > 0) this.#add({ kind: 'shapes', span: this.#place(span), layer, look, shapes });
  }

  text(span: FrameSpan, layer: number, look: TextLook, at: PointPx, text: string): void {
    if (text !== '') this.#add({ kind: 'text', span: this.#place(span), layer, look, at, text });
  }

  build(): Drawing {
    return { size: this.#size, picture: this.#picture, script: this.#script, items: this.#items };
  }

  #add(item: DrawingItem): void {
    if (item.span.to > item.span.from) this.#items.push(item);
  }
}
