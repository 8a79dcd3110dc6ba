import type { PictureLayout } from '../../video/planar-picture.ts';
import type { WarpTarget } from '../warp.ts';

/** From a picture's planes to a tensor's channels: three rows of four factors, and the bounds of each channel. */
export interface Colours {
  readonly factors: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** What black is in each channel. */
  readonly black: Float64Array;
}

export function emptyColours(): Colours {
  return {
    factors: new Float64Array(12),
    least: new Float64Array(3),
    most: new Float64Array(3),
    black: new Float64Array(3),
  };
}

/** Folds the way to red, green and blue, gain, offset and order of the channels into one matrix. */
export function foldColours(colours: Colours, { toRgb }: PictureLayout, target: WarpTarget): void {
  for (let c = 0; c < 3; c++) {
    const channel = target.channels === 'rgb' ? c : 2 - c;
    const gain = target.gain[c];
    const offset = target.offset[c];
    for (let k = 0; k < 4; k++) colours.factors[4 * channel + k] = toRgb[4 * c + k] * gain;
    colours.factors[4 * channel + 3] += offset;
    colours.least[channel] = Math.min(offset, 255 * gain + offset);
    colours.most[channel] = Math.max(offset, 255 * gain + offset);
    colours.black[channel] = offset;
  }
}
