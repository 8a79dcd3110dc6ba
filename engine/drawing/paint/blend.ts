import { cellShift, type Mask } from './mask.ts';
import type { Yuv } from './yuv.ts';

/** A picture in memory as 8-bit 4:2:0, planes row by row; width and height are even. */
export interface YuvPicture {
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
  /** Bytes from a row to the next. */
  readonly yStride: number;
  readonly chromaStride: number;
}

/** A colour and how much of it covers, 0 to 1. */
export interface Paint {
  readonly colour: Yuv;
  readonly opacity: number;
}

/** Lays a colour, and another one for the outline, over the picture where the mask covers it, and clears the mask. */
export function blendMask(picture: YuvPicture, mask: Mask, fill: Paint, outline: Paint): void {
  const { touched, cellsPerRow } = mask;
  for (let row = mask.top; row < mask.bottom; row++) {
    const first = row * cellsPerRow;
    let cell = first;
    const end = first + cellsPerRow;
    while (cell < end) {
      if (touched[cell] === 0) {
        cell++;
        continue;
      }
      const from = cell;
      while (cell < end && touched[cell] === 1) touched[cell++] = 0;
      const right = Math.min(mask.widthPx, (cell - first) << cellShift);
      blendRows(picture, mask, fill, outline, row, (from - first) << cellShift, right);
    }
  }
  mask.bottom = mask.top;
}

/** Unlike `*`, it knows no minus zero, for which all would be counted in floating point. */
const { imul } = Math;

/** Opacity times cover 0 to 255 gives 0 to 65535, the share in the sums below. */
const weightOf = (opacity: number): number => Math.round(257 * opacity);

/** Two rows of luma and one of chroma, from a cell's first column on. */
function blendRows(
  { y, u, v, yStride, chromaStride }: YuvPicture,
  { fill, outer, fillWords, outerWords, stride }: Mask,
  fillPaint: Paint,
  linePaint: Paint,
  chromaRow: number,
  left: number,
  right: number,
): void {
  const fillWeight = weightOf(fillPaint.opacity);
  const lineWeight = weightOf(linePaint.opacity);
  const { y: fillY, u: fillU, v: fillV } = fillPaint.colour;
  const { y: lineY, u: lineU, v: lineV } = linePaint.colour;
  const start = 2 * chromaRow * stride;
  for (let four = left; four < right; four += 4) {
    const aboveWord = (start + four) >> 2;
    const belowWord = aboveWord + (stride >> 2);
    if ((outerWords[aboveWord] | outerWords[belowWord]) === 0) continue;
    const end = Math.min(four + 4, right);
    for (let x = four; x < end; x += 2) {
      const at = start + x;
      const below = at + stride;
      const o0 = outer[at];
      const o1 = outer[at + 1];
      const o2 = outer[below];
      const o3 = outer[below + 1];
      if ((o0 | o1 | o2 | o3) === 0) continue;
      const f0 = fill[at];
      const f1 = fill[at + 1];
      const f2 = fill[below];
      const f3 = fill[below + 1];
      const luma = 2 * chromaRow * yStride + x;
      const under = luma + yStride;
      const l0 = y[luma];
      const l1 = y[luma + 1];
      const l2 = y[under];
      const l3 = y[under + 1];
      y[luma] =
        l0 + ((imul(imul(fillY - l0, f0), fillWeight) + imul(imul(lineY - l0, o0 - f0), lineWeight) + 32768) >> 16);
      y[luma + 1] =
        l1 + ((imul(imul(fillY - l1, f1), fillWeight) + imul(imul(lineY - l1, o1 - f1), lineWeight) + 32768) >> 16);
      y[under] =
        l2 + ((imul(imul(fillY - l2, f2), fillWeight) + imul(imul(lineY - l2, o2 - f2), lineWeight) + 32768) >> 16);
      y[under + 1] =
        l3 + ((imul(imul(fillY - l3, f3), fillWeight) + imul(imul(lineY - l3, o3 - f3), lineWeight) + 32768) >> 16);
      const covered = (f0 + f1 + f2 + f3 + 2) >> 2;
      const fillShare = imul(covered, fillWeight);
      const lineShare = imul(((o0 + o1 + o2 + o3 + 2) >> 2) - covered, lineWeight);
      const chroma = chromaRow * chromaStride + (x >> 1);
      const cu = u[chroma];
      const cv = v[chroma];
      u[chroma] = cu + ((imul(fillU - cu, fillShare) + imul(lineU - cu, lineShare) + 32768) >> 16);
      v[chroma] = cv + ((imul(fillV - cv, fillShare) + imul(lineV - cv, lineShare) + 32768) >> 16);
    }
    outerWords[aboveWord] = 0;
    outerWords[belowWord] = 0;
    fillWords[aboveWord] = 0;
    fillWords[belowWord] = 0;
  }
}
