import type { Crop } from './crop.ts';
import type { PlanarPicture } from './planar-picture.ts';
import { emptyAffine, placeCrop, scaleAffine } from './warp/affine.ts';
import { emptyColours, foldColours } from './warp/colours.ts';
import { narrowSpan, type Span } from './warp/inside-span.ts';
import {
  type Destination,
  narrowToInside,
  paintBlack,
  type Source,
  sampleAnywhere,
  sampleInside,
} from './warp/sample.ts';

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

/** Cuts `crop` out of `picture` into `tensor`; a crop with a number that is not finite shows black. Allocates nothing. */
export type Warp = (picture: PlanarPicture, crop: Crop, tensor: Float32Array) => void;

/**
 * A {@link Warp} to `target`, with scratch buffers of its own.
 *
 * Each pixel is sampled bilinearly at its centre, luma and chroma each in its own plane. Chroma of half the size lies level with
 * the left of its two columns and between its two rows (chroma_sample_location 0, what H.264 and H.265 mean when they say nothing).
 */
export function createWarp(target: WarpTarget): Warp {
  const { widthPx, heightPx } = target;
  const crops = emptyAffine();
  const colours = emptyColours();
  const empty = new Uint8Array(0);
  const source: Source = {
    first: empty,
    second: empty,
    third: empty,
    widthPx: 0,
    heightPx: 0,
    place: emptyAffine(),
    chromaWidthPx: 0,
    chromaHeightPx: 0,
    chromaPlace: emptyAffine(),
  };
  const interleaved = target.layout === 'nhwc';
  const destination: Destination = {
    tensor: new Float32Array(0),
    row: 0,
    start: 0,
    pixelStep: interleaved ? 3 : 1,
    channelStep: interleaved ? 1 : widthPx * heightPx,
  };
  const seen: Span = { from: 0, to: 0 };
  const inside: Span = { from: 0, to: 0 };

  return (picture, crop, tensor) => {
    placeCrop(crops, crop, picture, target);
    foldColours(colours, picture, target);
    const shift = picture.chromaShift;
    [source.first, source.second, source.third] = picture.planes;
    source.widthPx = picture.storedWidthPx;
    source.heightPx = picture.storedHeightPx;
    source.chromaWidthPx = (picture.storedWidthPx + shift) >> shift;
    source.chromaHeightPx = (picture.storedHeightPx + shift) >> shift;
    scaleAffine(source.place, crops, 1, 0.5, 0.5);
    if (shift === 1) scaleAffine(source.chromaPlace, crops, 2, 0.5, 1);
    else scaleAffine(source.chromaPlace, crops, 1, 0.5, 0.5);
    destination.tensor = tensor;
    const isPlaced = Number.isFinite(crop.centreXPx + crop.centreYPx + crop.sidePx + crop.rotationRad);
    for (let row = 0; row < heightPx; row++) {
      destination.row = row;
      destination.start = row * widthPx * destination.pixelStep;
      seen.from = 0;
      seen.to = widthPx;
      if (!isPlaced) {
        seen.to = 0;
      } else if (target.border === 'black') {
        const x = crops.originX + row * crops.rowX;
        const y = crops.originY + row * crops.rowY;
        narrowSpan(seen, x, crops.columnX, 0, picture.storedWidthPx);
        narrowSpan(seen, y, crops.columnY, 0, picture.storedHeightPx);
      }
      paintBlack(destination, colours, 0, seen.from);
      paintBlack(destination, colours, seen.to, widthPx);
      inside.from = seen.from;
      inside.to = seen.to;
      narrowToInside(inside, source, row);
      if (inside.from === inside.to) {
        sampleAnywhere(source, colours, destination, seen.from, seen.to);
      } else {
        sampleAnywhere(source, colours, destination, seen.from, inside.from);
        sampleInside(source, colours, destination, inside);
        sampleAnywhere(source, colours, destination, inside.to, seen.to);
      }
    }
  };
}
