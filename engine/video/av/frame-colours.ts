import {
  AV_PIX_FMT_YUVJ420P,
  AVCOL_RANGE_JPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_BT2020_CL,
  AVCOL_SPC_BT2020_NCL,
} from 'node-av/constants';
import type { Frame, Stream } from 'node-av/lib';
import type { PictureLayout } from '../planar-picture.ts';
import { isHdr } from './stream-facts.ts';

/** How luma and chroma stand for colours, in the words of FFmpeg's filters. */
export interface FrameColours {
  readonly matrix: 'bt601' | 'bt709' | 'bt2020';
  readonly range: 'pc' | 'tv';
}

/** Weights of red and blue in luma (ITU-R BT.601, BT.709, BT.2020). */
const lumaWeights: Readonly<Record<FrameColours['matrix'], { readonly red: number; readonly blue: number }>> = {
  bt601: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
  bt2020: { red: 0.2627, blue: 0.0593 },
};

/** The colours of a frame once its brightness is the standard one. FFmpeg takes untagged pictures for BT.601. */
export function coloursOf(stream: Stream, frame: Frame): FrameColours {
  if (isHdr(stream, frame)) return { matrix: 'bt709', range: 'tv' };
  const { colorSpace, colorRange, format } = frame;
  const isBt2020 = colorSpace === AVCOL_SPC_BT2020_NCL || colorSpace === AVCOL_SPC_BT2020_CL;
  return {
    matrix: isBt2020 ? 'bt2020' : colorSpace === AVCOL_SPC_BT709 ? 'bt709' : 'bt601',
    range: colorRange === AVCOL_RANGE_JPEG || format === AV_PIX_FMT_YUVJ420P ? 'pc' : 'tv',
  };
}

/** `PictureLayout.toRgb` of planes with such colours. */
export function toRgbOf({ matrix, range }: FrameColours): PictureLayout['toRgb'] {
  const { red, blue } = lumaWeights[matrix];
  const green = 1 - red - blue;
  const [luma, black] = range === 'pc' ? [1, 0] : [255 / 219, 16];
  const chroma = range === 'pc' ? 1 : 255 / 224;
  const redV = 2 * (1 - red) * chroma;
  const blueU = 2 * (1 - blue) * chroma;
  const greenU = (-blueU * blue) / green;
  const greenV = (-redV * red) / green;
  const row = (u: number, v: number): number[] => [luma, u, v, -luma * black - 128 * (u + v)];
  return [...row(0, redV), ...row(greenU, greenV), ...row(blueU, 0)];
}
