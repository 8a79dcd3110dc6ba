/** What is done to a plane of a picture: a share of each byte is kept, and something added. */
export interface KeptPlane {
  readonly added: Uint8Array;
  /** 0 to 255; 255 means all. */
  readonly kept: Uint8Array;
  /** Bytes from a row to the next, a multiple of 4. */
  readonly stride: number;
  /** Where something changes, see {@link stretchesOf}. */
  readonly stretches: Int32Array;
}

const numbersPerStretch = 4;
/** Stands for a stretch whose bytes differ. */
const mixed = -1;

/**
 * Finds where a plane changes, in stretches of four bytes: row, first four, count of fours, and the share that is kept
 * of all its bytes, of 256, when that and what is added are the same for all fours; else {@link mixed}.
 */
export function stretchesOf(added: Uint8Array, kept: Uint8Array, stride: number): Int32Array {
  const [addedWords, keptWords] = [new Uint32Array(added.buffer), new Uint32Array(kept.buffer)];
  const perRow = stride / 4;
  const found: number[] = [];
  for (let start = 0; start < keptWords.length; start += perRow) {
    for (let four = 0; four < perRow; ) {
      const word = keptWords[start + four];
      const sum = addedWords[start + four];
      const isEven = word === Math.imul(word & 255, 0x01010101) >>> 0;
      const from = four++;
      if (word === 0xffffffff && sum === 0) continue;
      const isLike = (at: number): boolean =>
        isEven
          ? keptWords[at] === word && addedWords[at] === sum
          : keptWords[at] !== Math.imul(keptWords[at] & 255, 0x01010101) >>> 0;
      while (four < perRow && isLike(start + four)) four++;
      found.push(start / perRow, from, four - from, isEven ? shareOf(word & 255) : mixed);
    }
  }
  return Int32Array.from(found);
}

const shareOf = (kept: number): number => kept + (kept >> 7);

/** Changes a plane of a picture. */
export function layPlane(target: Uint8Array, targetStride: number, plane: KeptPlane): void {
  const { added, stretches, stride } = plane;
  if (target.byteOffset % 4 !== 0 || targetStride % 4 !== 0) {
    layUnaligned(target, targetStride, plane);
    return;
  }
  const words = new Uint32Array(target.buffer, target.byteOffset, target.length >> 2);
  const addedWords = new Uint32Array(added.buffer);
  for (let i = 0; i < stretches.length; i += numbersPerStretch) {
    const row = stretches[i];
    const four = stretches[i + 1];
    const count = stretches[i + 2];
    const share = stretches[i + 3];
    if (share === mixed) {
      layBytes(target, row * targetStride + 4 * four, plane, row * stride + 4 * four, 4 * count);
      continue;
    }
    const sum = addedWords[(row * stride) / 4 + four];
    const start = (row * targetStride) / 4 + four;
    for (let at = start; at < start + count; at++) {
      const word = words[at];
      // Two bytes at a time have room for their products.
      const even = ((Math.imul(word & 0x00ff00ff, share) + 0x00800080) >>> 8) & 0x00ff00ff;
      const odd = (Math.imul((word >>> 8) & 0x00ff00ff, share) + 0x00800080) & 0xff00ff00;
      words[at] = (even | odd) + sum;
    }
  }
}

function layUnaligned(target: Uint8Array, targetStride: number, plane: KeptPlane): void {
  const { stretches, stride } = plane;
  for (let i = 0; i < stretches.length; i += numbersPerStretch) {
    const [row, four, count] = stretches.subarray(i, i + numbersPerStretch);
    layBytes(target, row * targetStride + 4 * four, plane, row * stride + 4 * four, 4 * count);
  }
}

/** Beyond the picture's width everything is kept, so that whole fours may be changed. */
function layBytes(target: Uint8Array, to: number, { added, kept }: KeptPlane, at: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const share = shareOf(kept[at + i]);
    target[to + i] = added[at + i] + ((target[to + i] * share + 128) >> 8);
  }
}
