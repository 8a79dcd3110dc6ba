import type { Frame, Stream } from 'node-av/lib';
import type { SizePx } from '../video.ts';
import { isHdr } from './stream-facts.ts';
import { readUpright } from './upright.ts';

/** BT.2100 brightness to BT.709, with Hable's curve, which keeps skin and shadows apart. */
const toneMapping = [
  'zscale=transfer=linear:npl=100,format=gbrpf32le',
  'zscale=primaries=bt709',
  'tonemap=hable:desat=0',
  'zscale=transfer=bt709:matrix=bt709:range=tv',
  'format=yuv420p',
];

/** Filters that bring a picture to `size`, upright and in standard brightness. Scaling comes first, as it saves most. */
export function pictureFilters(stream: Stream, first: Frame, size: SizePx): string[] {
  const { filters, swapsSides } = readUpright(stream);
  const stored = swapsSides ? { widthPx: size.heightPx, heightPx: size.widthPx } : size;
  return [...storedFilters(stream, first, stored), ...filters, 'setsar=1'];
}

/** {@link pictureFilters} that leave the picture lying as it is stored. */
export function storedFilters(stream: Stream, first: Frame, { widthPx, heightPx }: SizePx): string[] {
  const scale = `scale=${widthPx}:${heightPx}:flags=area+accurate_rnd+full_chroma_int`;
  return [scale, ...(isHdr(stream, first) ? toneMapping : [])];
}
