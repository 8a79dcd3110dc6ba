import { modelRegistry } from '../../models/registry.ts';
import type { SizePx } from '../video/video.ts';
import type { NetworkChoice } from './custom/network-choice.ts';

/**
 * Decoded rows per row of a network's input. A crop's side is about 1.3 times the runner's stature, so a runner who fills 0.31
 * of the picture's height or more is shown without enlarging.
 *
 * Measured with BlazePose full: a runner of 600 px moves by 0.3 % of the stature (median, ankles) between 1280 rows and 720,
 * 0.4 % to 537, with the same error against another network; from 400 rows on, the worst tenth of heels grows by a third.
 */
const rowsPerInputRow = 2.5;

/**
 * The size at which to decode a clip for a network: no larger than the network can make use of, never larger than the source,
 * both sides even. What counts is the height, since a runner is upright in landscape and portrait alike.
 */
export function decodeSize(source: SizePx, network: NetworkChoice): SizePx {
  // What a network of the user's own can make use of is not known.
  const inputSidePx = typeof network === 'string' ? modelRegistry[network].input.shape[1] : Number.POSITIVE_INFINITY;
  const scale = Math.min(1, (inputSidePx * rowsPerInputRow) / source.heightPx);
  const even = (length: number) => Math.max(2, 2 * Math.floor((length * scale) / 2));
  return { widthPx: even(source.widthPx), heightPx: even(source.heightPx) };
}
