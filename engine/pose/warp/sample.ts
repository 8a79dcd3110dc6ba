import type { Affine } from './affine.ts';
import type { Colours } from './colours.ts';
import { narrowSpan, type Span } from './inside-span.ts';

/** Three planes of bytes and where the tensor's pixels lie in them, in indices: 0 is the centre of the first column or row. */
export interface Source {
  first: Uint8Array;
  second: Uint8Array;
  third: Uint8Array;
  /** The first plane. */
  widthPx: number;
  heightPx: number;
  readonly place: Affine;
  /** The second and third plane, which are alike. */
  chromaWidthPx: number;
  chromaHeightPx: number;
  readonly chromaPlace: Affine;
}

/** A row of the tensor: its number, and where its values go. */
export interface Destination {
  tensor: Float32Array;
  row: number;
  /** Index of the row's first value, and steps to the next pixel and the next channel. */
  start: number;
  pixelStep: number;
  channelStep: number;
}

/** Bilinear samples of the pixels of a span whose four neighbours all lie in the planes. */
export function sampleInside(source: Source, colours: Colours, destination: Destination, span: Span): void {
  const { first, second, third, widthPx, chromaWidthPx, place, chromaPlace } = source;
  const { tensor, row, start, pixelStep, channelStep } = destination;
  const { factors, least, most } = colours;
  const [r0, r1, r2, r3, g0, g1, g2, g3, b0, b1, b2, b3] = factors;
  const [leastR, leastG, leastB] = least;
  const [mostR, mostG, mostB] = most;
  const x0 = place.originX + row * place.rowX;
  const y0 = place.originY + row * place.rowY;
  const { columnX, columnY } = place;
  const chromaX0 = chromaPlace.originX + row * chromaPlace.rowX;
  const chromaY0 = chromaPlace.originY + row * chromaPlace.rowY;
  const chromaColumnX = chromaPlace.columnX;
  const chromaColumnY = chromaPlace.columnY;
  const to = span.to;
  let at = start + span.from * pixelStep;
  for (let column = span.from; column < to; column++) {
    const x = x0 + column * columnX;
    const y = y0 + column * columnY;
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const fy = y - top;
    const i = (Math.imul(top, widthPx) + left) | 0;
    const j = (i + widthPx) | 0;
    const p00 = first[i];
    const p10 = first[j];
    const pUpper = p00 + (first[i + 1] - p00) * fx;
    const pLower = p10 + (first[j + 1] - p10) * fx;
    const p = pUpper + (pLower - pUpper) * fy;

    const cx = chromaX0 + column * chromaColumnX;
    const cy = chromaY0 + column * chromaColumnY;
    const cLeft = cx | 0;
    const cTop = cy | 0;
    const cfx = cx - cLeft;
    const cfy = cy - cTop;
    const k = (Math.imul(cTop, chromaWidthPx) + cLeft) | 0;
    const l = (k + chromaWidthPx) | 0;
    const q00 = second[k];
    const q10 = second[l];
    const qUpper = q00 + (second[k + 1] - q00) * cfx;
    const qLower = q10 + (second[l + 1] - q10) * cfx;
    const q = qUpper + (qLower - qUpper) * cfy;
    const s00 = third[k];
    const s10 = third[l];
    const sUpper = s00 + (third[k + 1] - s00) * cfx;
    const sLower = s10 + (third[l + 1] - s10) * cfx;
    const s = sUpper + (sLower - sUpper) * cfy;

    const r = r0 * p + r1 * q + r2 * s + r3;
    const g = g0 * p + g1 * q + g2 * s + g3;
    const b = b0 * p + b1 * q + b2 * s + b3;
    tensor[at] = r < leastR ? leastR : r > mostR ? mostR : r;
    tensor[at + channelStep] = g < leastG ? leastG : g > mostG ? mostG : g;
    tensor[at + 2 * channelStep] = b < leastB ? leastB : b > mostB ? mostB : b;
    at += pixelStep;
  }
}

/** Bilinear samples of columns `from` to `to` (not included); beyond its edges a plane goes on as at its edges. */
export function sampleAnywhere(source: Source, colours: Colours, destination: Destination, from: number, to: number) {
  const { first, second, third, widthPx, heightPx, chromaWidthPx, chromaHeightPx, place, chromaPlace } = source;
  const { tensor, row, start, pixelStep, channelStep } = destination;
  const { factors, least, most } = colours;
  for (let column = from; column < to; column++) {
    const x = place.originX + row * place.rowX + column * place.columnX;
    const y = place.originY + row * place.rowY + column * place.columnY;
    const cx = chromaPlace.originX + row * chromaPlace.rowX + column * chromaPlace.columnX;
    const cy = chromaPlace.originY + row * chromaPlace.rowY + column * chromaPlace.columnY;
    const p = bilinear(first, widthPx, heightPx, x, y);
    const q = bilinear(second, chromaWidthPx, chromaHeightPx, cx, cy);
    const s = bilinear(third, chromaWidthPx, chromaHeightPx, cx, cy);
    for (let c = 0; c < 3; c++) {
      const f = 4 * c;
      const value = factors[f] * p + factors[f + 1] * q + factors[f + 2] * s + factors[f + 3];
      tensor[start + column * pixelStep + c * channelStep] = Math.min(Math.max(value, least[c]), most[c]);
    }
  }
}

function bilinear(plane: Uint8Array, widthPx: number, heightPx: number, x: number, y: number): number {
  const xc = Math.min(Math.max(x, 0), widthPx - 1);
  const yc = Math.min(Math.max(y, 0), heightPx - 1);
  const left = Math.floor(xc);
  const top = Math.floor(yc);
  const right = Math.min(left + 1, widthPx - 1);
  const bottom = Math.min(top + 1, heightPx - 1);
  const fx = xc - left;
  const fy = yc - top;
  const upper = plane[top * widthPx + left] * (1 - fx) + plane[top * widthPx + right] * fx;
  const lower = plane[bottom * widthPx + left] * (1 - fx) + plane[bottom * widthPx + right] * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Narrows `span` to the pixels of a row whose four neighbours all lie in the planes. */
export function narrowToInside(span: Span, source: Source, row: number): void {
  const { place, chromaPlace } = source;
  narrowSpan(span, place.originX + row * place.rowX, place.columnX, 0, source.widthPx - 1);
  narrowSpan(span, place.originY + row * place.rowY, place.columnY, 0, source.heightPx - 1);
  narrowSpan(span, chromaPlace.originX + row * chromaPlace.rowX, chromaPlace.columnX, 0, source.chromaWidthPx - 1);
  narrowSpan(span, chromaPlace.originY + row * chromaPlace.rowY, chromaPlace.columnY, 0, source.chromaHeightPx - 1);
}

/** Paints columns `from` to `to` (not included) of a row black. */
export function paintBlack(destination: Destination, { black }: Colours, from: number, to: number): void {
  const { tensor, start, pixelStep, channelStep } = destination;
  for (let column = from; column < to; column++) {
    for (let c = 0; c < 3; c++) tensor[start + column * pixelStep + c * channelStep] = black[c];
  }
}
