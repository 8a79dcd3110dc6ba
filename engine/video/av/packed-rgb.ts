import { AV_PIX_FMT_RGB24 } from 'node-av/constants';
import { avImageCopyToBuffer, type Frame } from 'node-av/lib';
import { checked, present } from './checked.ts';
import { FilterChain } from './filter-chain.ts';

/** Converts one picture to packed RGB. */
export function packedRgb(picture: Frame): Buffer {
  const chain = new FilterChain(['scale=flags=accurate_rnd+full_chroma_int', 'format=rgb24']);
  // The chain keeps what it is given.
  const given = present(picture.clone(), 'the picture');
  const rgb = chain.apply(given);
  const target = Buffer.alloc(rgb.width * rgb.height * 3);
  const { data, linesize, width, height } = rgb;
  checked(
    avImageCopyToBuffer(target, target.length, data, linesize, AV_PIX_FMT_RGB24, width, height, 1),
    'copying a picture',
  );
  given.free();
  chain.free();
  return target;
}
