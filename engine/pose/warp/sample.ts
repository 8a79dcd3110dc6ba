import type { Colours } from './colours.ts';
import type { Kernel } from './kernel.ts';
import type { PlaneWindow } from './plane-window.ts';
import { numbers, wholeWeight } from './sample-kernel.ts';

/** Pixels that the kernel samples at a time. */
export const vectorPixels = 4;

/** The parts of a picture's planes that a crop needs; the second and the third are alike but for the address. */
export type Windows = readonly [PlaneWindow, PlaneWindow, PlaneWindow];

/** Tells the kernel what stays the same over a picture. */
export function setPicture({ floats, integers }: Kernel, [luma, second]: Windows, colours: Colours): void {
  floats[numbers.lumaX + numbers.step] = luma.place.columnX;
  floats[numbers.lumaY + numbers.step] = luma.place.columnY;
  floats[numbers.chromaX + numbers.step] = second.place.columnX;
  floats[numbers.chromaY + numbers.step] = second.place.columnY;
  integers[numbers.lumaStride] = luma.strideBytes;
  integers[numbers.chromaStride] = second.strideBytes;
  for (let k = 0; k < 12; k++) {
    floats[numbers.factors + k] = k % 4 === 3 ? colours.factors[k] : colours.factors[k] / wholeWeight;
  }
  floats.set(colours.least, numbers.leastColour);
  floats.set(colours.most, numbers.mostColour);
}

/** Samples a row of the tensor. */
export function sampleRow(kernel: Kernel, [luma, second, third]: Windows, row: number, pixelStep: number): void {
  const middle = kernel.widthPx >> 1;
  const lumaOrigin = setRow(kernel, luma, numbers.lumaX, numbers.lumaY, row, middle);
  const chromaOrigin = setRow(kernel, second, numbers.chromaX, numbers.chromaY, row, middle);
  kernel.integers[numbers.origins] = luma.address + lumaOrigin;
  kernel.integers[numbers.origins + 1] = second.address + chromaOrigin;
  kernel.integers[numbers.origins + 2] = third.address + chromaOrigin;
  const pixelBytes = 4 * pixelStep;
  const start = kernel.tensorAt + row * kernel.widthPx * pixelBytes;
  const whole = kernel.widthPx & -vectorPixels;
  kernel.sample(-middle, start, start + whole * pixelBytes);
  if (whole === kernel.widthPx) return;
  // What is left over is sampled together with some of its neighbours, so that nothing is written past the row.
  const last = kernel.widthPx - vectorPixels;
  kernel.sample(last - middle, start + last * pixelBytes, start + kernel.widthPx * pixelBytes);
}

/** Counts a row's places from the pixel under its middle, or the nearest one. @returns that pixel's byte in the window. */
function setRow(
  { floats }: Kernel,
  { place, widthPx, heightPx, strideBytes }: PlaneWindow,
  axisX: number,
  axisY: number,
  row: number,
  middle: number,
): number {
  const x = place.originX + row * place.rowX + middle * place.columnX;
  const y = place.originY + row * place.rowY + middle * place.columnY;
  const left = Math.min(Math.max(Math.floor(x), 0), widthPx - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), heightPx - 1);
  floats[axisX + numbers.start] = x - left;
  floats[axisX + numbers.least] = -left;
  floats[axisX + numbers.most] = widthPx - 1 - left;
  floats[axisY + numbers.start] = y - top;
  floats[axisY + numbers.least] = -top;
  floats[axisY + numbers.most] = heightPx - 1 - top;
  return top * strideBytes + left;
}

/** Paints columns `from` to `to` (not included) of a row black. */
export function paintBlack(
  { tensor, widthPx, heightPx }: Kernel,
  row: number,
  from: number,
  to: number,
  { black }: Colours,
  pixelStep: number,
): void {
  const channelStep = pixelStep === 1 ? widthPx * heightPx : 1;
  for (let column = from; column < to; column++) {
    const at = (row * widthPx + column) * pixelStep;
    for (let channel = 0; channel < 3; channel++) tensor[at + channel * channelStep] = black[channel];
  }
}
