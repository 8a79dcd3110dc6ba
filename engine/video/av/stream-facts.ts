import { AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084, AVCOL_TRC_UNSPECIFIED } from 'node-av/constants';
import type { FormatContext, Frame, Stream } from 'node-av/lib';
import type { SizePx } from '../video.ts';
import { readUpright, type Upright } from './upright.ts';

/** Some writers give square pixels an aspect that is off by a rounding error. */
const squareTolerance = 0.01;

/** The picture's size as a viewer sees it: square pixels, after rotation. */
export function viewedSize(stream: Stream, frame: Frame): SizePx & { readonly upright: Upright } {
  const upright = readUpright(stream);
  const aspect = [stream.sampleAspectRatio, frame.sampleAspectRatio].find(({ num, den }) => num > 0 && den > 0);
  const ratio = aspect ? aspect.num / aspect.den : 1;
  const storedWidth = Math.abs(ratio - 1) < squareTolerance ? frame.width : Math.round(frame.width * ratio);
  const [widthPx, heightPx] = upright.swapsSides ? [frame.height, storedWidth] : [storedWidth, frame.height];
  return { widthPx, heightPx, upright };
}

/** Whether the picture's brightness follows PQ or HLG (ITU-R BT.2100). */
export function isHdr(stream: Stream, frame: Frame): boolean {
  const transfer = frame.colorTrc === AVCOL_TRC_UNSPECIFIED ? stream.codecpar.colorTrc : frame.colorTrc;
  return transfer === AVCOL_TRC_SMPTE2084 || transfer === AVCOL_TRC_ARIB_STD_B67;
}

/** Frames per second at which Android's camera captured, by its own note in the container; null when there is none. */
export function captureRate(format: FormatContext): number | null {
  const rate = Number(format.metadata?.get('com.android.capture.fps') ?? Number.NaN);
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}
