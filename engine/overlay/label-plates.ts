import type { DrawingBuilder } from '../drawing/drawing.ts';
import type { Shape } from '../drawing/shape.ts';
import { inkColour } from './palette.ts';
import { layers } from './style.ts';

interface Plate {
  readonly opacity: number;
  readonly shape: Shape;
}

/**
 * The dark plates under the numbers. They are large, and painting one anew in each frame would cost more than all else that is drawn: one
 * that neither moves nor fades is drawn once for all of its frames.
 */
export class LabelPlates {
  #standing = new Map<string, Plate & { readonly from: number }>();
  #shown = new Map<string, Plate>();

  /** A row's plate in the frame that is drawn. */
  show(key: string, opacity: number, shape: Shape): void {
    this.#shown.set(key, { opacity, shape });
  }

  /** Ends a frame: draws those plates that it has no more, or elsewhere. After the last frame, with the number of frames, all. */
  next(drawing: DrawingBuilder, frame: number): void {
    const standing = new Map<string, Plate & { readonly from: number }>();
    for (const [key, plate] of this.#shown) {
      const before = this.#standing.get(key);
      standing.set(key, before && isSame(before, plate) ? before : { ...plate, from: frame });
    }
    for (const [key, { opacity, shape, from }] of this.#standing) {
      if (standing.get(key)?.from === from) continue;
      drawing.shape({ from, to: frame }, layers.plates, { fill: inkColour, opacity: 0.66 * opacity }, shape);
    }
    this.#standing = standing;
    this.#shown = new Map();
  }
}

const isSame = (a: Plate, b: Plate): boolean =>
  a.opacity === b.opacity &&
  a.shape.kind === 'box' &&
  b.shape.kind === 'box' &&
  a.shape.x === b.shape.x &&
  a.shape.y === b.shape.y &&
  a.shape.width === b.shape.width &&
  a.shape.height === b.shape.height;
