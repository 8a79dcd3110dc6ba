import type { SizePx } from '../../video/video.ts';
import type { Colour, Drawing, DrawingItem, Outline, ShapeLook } from '../drawing.ts';
import type { Shape } from '../shape.ts';
import { blendMask, type YuvPicture } from './blend.ts';
import { fadedProfile } from './faded-profile.ts';
import type { Lettering } from './lettering.ts';
import { Mask } from './mask.ts';
import { paintMosaic } from './mosaic.ts';
import { Still } from './still.ts';
import { traceShape } from './trace-shape.ts';
import { toYuv, type Yuv, type YuvMatrix } from './yuv.ts';

/** Paints a drawing onto the pictures of a clip, each in place. */
export class Painter {
  readonly #size: SizePx;
  readonly #mask: Mask;
  readonly #lettering: Lettering;
  /** Items that are there in all frames; no mosaic is, what it makes depends on the picture. */
  readonly #constant: readonly DrawingItem[];
  readonly #lowestConstant: number;
  readonly #still: Still;
  #stillMatrix: YuvMatrix | null = null;
  readonly #colours = { bt601: new Map<Colour, Yuv>(), bt709: new Map<Colour, Yuv>() };
  /** Items of a single frame, by that frame. */
  readonly #passing = new Map<number, DrawingItem[]>();
  /** The others. */
  readonly #lasting: readonly DrawingItem[];

  constructor(drawing: Drawing, lettering: Lettering) {
    this.#size = drawing.size;
    this.#mask = new Mask(drawing.size);
    this.#still = new Still(drawing.size);
    this.#lettering = lettering;
    const end = drawing.items.reduce((last, { span }) => Math.max(last, span.to), 0);
    const inOrder = drawing.items.toSorted((a, b) => a.layer - b.layer);
    const isPassing = ({ span }: DrawingItem): boolean => span.to === span.from + 1;
    const isConstant = (item: DrawingItem): boolean =>
      item.kind !== 'mosaic' && item.span.from === 0 && item.span.to === end;
    this.#constant = inOrder.filter((item) => !isPassing(item) && isConstant(item));
    this.#lowestConstant = this.#constant[0]?.layer ?? Number.POSITIVE_INFINITY;
    this.#lasting = inOrder.filter((item) => !isPassing(item) && !isConstant(item));
    for (const item of inOrder.filter(isPassing)) {
      const items = this.#passing.get(item.span.from);
      if (items) items.push(item);
      else this.#passing.set(item.span.from, [item]);
    }
  }

  /**
   * @param picture Of the drawing's size.
   * @param frame Which frame of the clip the picture shows.
   */
  paint(picture: YuvPicture, frame: number, matrix: YuvMatrix): void {
    const lasting = this.#lasting.filter(({ span }) => span.from <= frame && frame < span.to);
    const items = [...lasting, ...(this.#passing.get(frame) ?? [])].toSorted((a, b) => a.layer - b.layer);
    const found = items.findIndex(({ layer }) => layer >= this.#lowestConstant);
    const firstAbove = found < 0 ? items.length : found;
    for (const item of items.slice(0, firstAbove)) this.#paintItem(picture, item, matrix);
    this.#paintStill(picture, matrix);
    for (const item of items.slice(firstAbove)) this.#paintItem(picture, item, matrix);
  }

  #paintStill(picture: YuvPicture, matrix: YuvMatrix): void {
    if (this.#constant.length === 0) return;
    if (matrix !== this.#stillMatrix) {
      this.#still.make((target) => {
        for (const item of this.#constant) this.#paintItem(target, item, matrix);
      });
      this.#stillMatrix = matrix;
    }
    this.#still.paint(picture);
  }

  #paintItem(picture: YuvPicture, item: DrawingItem, matrix: YuvMatrix): void {
    if (item.kind === 'mosaic') {
      paintMosaic(picture, this.#size, item);
      return;
    }
    const mask = this.#mask;
    let { outline }: { outline?: Outline } = item.look;
    let colour: Colour;
    if (item.kind === 'text') {
      colour = item.look.colour;
      this.#lettering.write(mask, item.text, item.look, item.at);
    } else {
      colour = item.look.fill;
      if (item.look.blurPx) outline = undefined;
      for (const shape of item.shapes) cover(mask, shape, item.look);
    }
    const fill = { colour: this.#yuvOf(colour, matrix), opacity: item.look.opacity ?? 1 };
    const line = { colour: this.#yuvOf(outline?.colour ?? colour, matrix), opacity: outline?.opacity ?? 0 };
    blendMask(picture, mask, fill, line);
  }

  #yuvOf(colour: Colour, matrix: YuvMatrix): Yuv {
    const colours = this.#colours[matrix];
    let yuv = colours.get(colour);
    if (!yuv) {
      yuv = toYuv(colour, matrix);
      colours.set(colour, yuv);
    }
    return yuv;
  }
}

function cover(mask: Mask, shape: Shape, { outline, blurPx }: ShapeLook): void {
  if (blurPx) {
    const { profile, reachPx } = fadedProfile(shape, blurPx);
    mask.faded(profile, reachPx);
    traceShape(shape, reachPx, mask);
  } else {
    const outlinePx = outline?.widthPx ?? 0;
    mask.sharp(outlinePx);
    traceShape(shape, outlinePx, mask);
  }
}
