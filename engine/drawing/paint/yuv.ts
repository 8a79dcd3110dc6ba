import type { Colour } from '../drawing.ts';

/** Luma 16 to 235, chroma 16 to 240 about 128. */
export interface Yuv {
  readonly y: number;
  readonly u: number;
  readonly v: number;
}

/** Share of red and blue in luma: BT.709 or BT.601. */
export type YuvMatrix = 'bt709' | 'bt601';
const shares = { bt709: [0.2126, 0.0722], bt601: [0.299, 0.114] } as const;

/** A colour as 8-bit video of limited range (ITU-R BT.709, BT.601). */
export function toYuv(colour: Colour, matrix: YuvMatrix): Yuv {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [kr, kb] = shares[matrix];
  const luma = kr * red + (1 - kr - kb) * green + kb * blue;
  return {
    y: Math.round(16 + 219 * luma),
    u: Math.round(128 + (112 * (blue - luma)) / (1 - kb)),
    v: Math.round(128 + (112 * (red - luma)) / (1 - kr)),
  };
}
