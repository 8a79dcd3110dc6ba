import { type Affine, emptyAffine, leastOf, mostOf, scaleAffine } from './affine.ts';
import type { Kernel } from './kernel.ts';

/** The part of a plane that a crop needs, in the kernel's memory, and where the tensor's pixels lie in it. */
export interface PlaneWindow {
  address: number;
  strideBytes: number;
  widthPx: number;
  heightPx: number;
  /** In indices: 0 is the centre of the window's first column or row. */
  readonly place: Affine;
}

export function emptyWindow(): PlaneWindow {
  return { address: 0, strideBytes: 0, widthPx: 0, heightPx: 0, place: emptyAffine() };
}

/** The kernel works in whole vectors, so a little beyond the end of what it is asked for. */
const slackBytes = 64;
/** Pixels around the tensor's that may be neighbours, with one to spare. */
const marginPx = 4;

/** Most bytes that a window of so large a plane takes, with its halvings. */
export function bytesOfWindow(widthPx: number, heightPx: number): number {
  return 2 * ((widthPx + slackBytes) * (heightPx + 2) + slackBytes);
}

/**
 * Copies the rows of a plane that lie under the tensor to `address`. Whole rows: copying a part of each would cost an object a
 * row. Before, `window.place` says where the tensor's pixels lie in the plane; afterwards, where in the window.
 *
 * @param halvings How often the window will be halved.
 * @returns the address after it.
 */
export function takeRows(
  window: PlaneWindow,
  plane: Uint8Array,
  halvings: number,
  kernel: Kernel,
  address: number,
): number {
  const { place, widthPx, heightPx } = window;
  const top = rangeStart(leastOf(place.originY, place.columnY, place.rowY, kernel), heightPx, halvings);
  const end = rangeEnd(mostOf(place.originY, place.columnY, place.rowY, kernel), heightPx, top, halvings);
  kernel.bytes.set(plane.subarray(top * widthPx, end * widthPx), address);
  window.address = address;
  window.strideBytes = widthPx;
  window.heightPx = end - top;
  scaleAffine(place, place, 1, 0, top);
  return (address + (end - top + 1) * widthPx + slackBytes) & ~15;
}

/**
 * Halves the columns under the tensor and all rows of a window into another at `address`, each pixel the mean of four; a last odd
 * row or column is left out.
 *
 * @param halvings How often the window will be halved, this time included.
 * @returns the address after it.
 */
export function halveWindow(window: PlaneWindow, halvings: number, kernel: Kernel, address: number): number {
  const { place, strideBytes } = window;
  const left = rangeStart(leastOf(place.originX, place.columnX, place.rowX, kernel), window.widthPx, halvings);
  const end = rangeEnd(mostOf(place.originX, place.columnX, place.rowX, kernel), window.widthPx, left, halvings);
  const width = Math.max(1, (end - left) >> 1);
  const height = window.heightPx >> 1;
  const stride = (width + 15) & ~15;
  for (let row = 0; row < height; row++) {
    const upper = window.address + 2 * row * strideBytes + left;
    const to = address + row * stride;
    kernel.halve(upper, upper + strideBytes, to, to + width);
  }
  window.address = address;
  window.strideBytes = stride;
  window.widthPx = width;
  window.heightPx = height;
  scaleAffine(place, place, 2, left + 0.5, 0.5);
  return address + (height + 1) * stride + slackBytes;
}

/** First of the indices at and around `least`; always one at which a whole pixel of the halved plane begins. */
function rangeStart(least: number, size: number, halvings: number): number {
  const unit = 1 << halvings;
  return Math.min(Math.max(Math.floor(least) - marginPx * unit, 0), Math.max(size - 2 * unit, 0)) & -unit;
}

function rangeEnd(most: number, size: number, start: number, halvings: number): number {
  const unit = 1 << halvings;
  return Math.min(Math.max(Math.ceil(most) + marginPx * unit, start + 2 * unit), size);
}
