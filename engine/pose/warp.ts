import type { PlanarPicture } from '../video/planar-picture.ts';
import type { Crop } from './crop.ts';
import { type Affine, emptyAffine, isPlaced, placeCrop, scaleAffine } from './warp/affine.ts';
import { emptyColours, foldColours } from './warp/colours.ts';
import { narrowSpan, type Span } from './warp/inside-span.ts';
import { Kernel } from './warp/kernel.ts';
import { bytesOfWindow, emptyWindow, halveWindow, takeRows } from './warp/plane-window.ts';
import { paintBlack, sampleRow, setPicture, vectorPixels, type Windows } from './warp/sample.ts';

/** How a network wants its picture. */
export interface WarpTarget {
  /** Columns and rows of the tensor. The longer side spans the crop. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Order of the tensor's axes after the batch: rows, columns, channels or channels, rows, columns. */
  readonly layout: 'nhwc' | 'nchw';
  readonly channels: 'rgb' | 'bgr';
  /** A channel's value is `gain * byte + offset`, in the order red, green, blue. */
  readonly gain: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
  /** What lies outside the picture: black, or the nearest pixel of its edge. */
  readonly border: 'black' | 'edge';
}

/** Cuts `crop` out of `picture` into `tensor`; a crop with a number that is not finite shows black. */
export type Warp = (picture: PlanarPicture, crop: Crop, tensor: Float32Array) => void;

/** From these many pixels of the picture a pixel of the tensor on, 4:2:0 planes are halved before they are sampled … */
const halvingStep = 1.9;
/** … and again as long as there are so many left. Both lie where the error against the mean over each pixel's area is least. */
const nextHalvingStep = 3;
const mostHalvings = 6;
/** A plane of fewer columns or rows is not halved. */
const leastHalvablePx = 8;

/**
 * A {@link Warp} to `target`, with memory of its own.
 *
 * Each pixel is sampled bilinearly at its centre, luma and chroma each in its own plane, as
 * `@tensorflow-models/pose-detection` and MediaPipe do. Where a 4:2:0 picture is shrunk by more than 1.9, its luma (and by
 * more than 6 its chroma) is first halved by means of four, against aliasing. Chroma of half the size lies level with the left of
 * its two columns and between its two rows: chroma_sample_loc_type 0 of H.264 and H.265, the default.
 *
 * @throws RangeError if the target has fewer than four columns.
 */
export function createWarp(target: WarpTarget): Warp {
  const { widthPx, heightPx } = target;
  if (widthPx < vectorPixels) throw new RangeError(`a tensor of ${widthPx} columns is too narrow to warp into`);
  const kernel = new Kernel(target.layout, target);
  const pixelStep = target.layout === 'nhwc' ? 3 : 1;
  const crops = emptyAffine();
  const colours = emptyColours();
  const windows: Windows = [emptyWindow(), emptyWindow(), emptyWindow()];
  const seen: Span = { from: 0, to: 0 };

  const takePicture = ({ storedWidthPx, storedHeightPx, chromaShift, planes }: PlanarPicture): void => {
    kernel.reserve(3 * bytesOfWindow(storedWidthPx, storedHeightPx));
    const halvings = chromaShift === 0 ? 0 : halvingsFor(crops);
    let address = kernel.freeAt;
    for (let k = 0; k < 3; k++) {
      const window = windows[k];
      const shift = k === 0 ? 0 : chromaShift;
      window.widthPx = (storedWidthPx + shift) >> shift;
      window.heightPx = (storedHeightPx + shift) >> shift;
      scaleAffine(window.place, crops, 1 << shift, 0.5, shift === 0 ? 0.5 : 1);
      let left = Math.max(0, halvings - shift);
      address = takeRows(window, planes[k], left, kernel, address);
      for (; left > 0 && Math.min(window.widthPx, window.heightPx) >= leastHalvablePx; left--) {
        address = halveWindow(window, left, kernel, address);
      }
    }
  };

  const paintOutside = (row: number, { storedWidthPx, storedHeightPx }: PlanarPicture): void => {
    seen.from = 0;
    seen.to = widthPx;
    narrowSpan(seen, crops.originX + row * crops.rowX, crops.columnX, 0, storedWidthPx);
    narrowSpan(seen, crops.originY + row * crops.rowY, crops.columnY, 0, storedHeightPx);
    paintBlack(kernel, row, 0, seen.from, colours, pixelStep);
    paintBlack(kernel, row, seen.to, widthPx, colours, pixelStep);
  };

  return (picture, crop, tensor) => {
    placeCrop(crops, crop, picture, target);
    foldColours(colours, picture, target);
    if (isPlaced(crops, target)) {
      takePicture(picture);
      setPicture(kernel, windows, colours);
      for (let row = 0; row < heightPx; row++) {
        sampleRow(kernel, windows, row, pixelStep);
        if (target.border === 'black') paintOutside(row, picture);
      }
    } else {
      for (let row = 0; row < heightPx; row++) paintBlack(kernel, row, 0, widthPx, colours, pixelStep);
    }
    tensor.set(kernel.tensor);
  };
}

/** How often to halve luma. */
function halvingsFor({ columnX, columnY, rowX, rowY }: Affine): number {
  let step = Math.min(Math.hypot(columnX, columnY), Math.hypot(rowX, rowY));
  let halvings = 0;
  for (let least = halvingStep; step >= least && halvings < mostHalvings; least = nextHalvingStep) {
    step /= 2;
    halvings++;
  }
  return halvings;
}
