import type { ClipFacts } from './clip-facts.ts';

interface Box {
  readonly tag: string;
  readonly content: Buffer;
}

const mostBoxes = 10_000;

/** Size, frames and rate of the first video track of an ISO base media file (ISO/IEC 14496-12, 8); null when it has none. */
export function isoFacts(bytes: Buffer, container: 'mp4' | 'mov'): ClipFacts | null {
  const movie = boxesIn(bytes).find(({ tag }) => tag === 'moov');
  if (movie === undefined) return null;
  for (const { tag, content } of boxesIn(movie.content)) {
    const facts = tag === 'trak' ? trackFacts(content) : null;
    if (facts !== null) return { container, ...facts };
  }
  return null;
}

function trackFacts(track: Buffer): Omit<ClipFacts, 'container'> | null {
  const at = (...path: readonly string[]): Buffer | null => boxAt(track, path);
  const [header, handler, media, times] = [
    at('tkhd'),
    at('mdia', 'hdlr'),
    at('mdia', 'mdhd'),
    at('mdia', 'minf', 'stbl', 'stts'),
  ];
  if (header === null || handler === null || media === null || times === null) return null;
  if (handler.length < 12 || handler.toString('latin1', 8, 12) !== 'vide') return null;
  const timescale = media[0] === 1 ? readU32(media, 20) : readU32(media, 12);
  const { frames, ticks } = countFrames(times);
  const seconds = timescale > 0 ? ticks / timescale : 0;
  return { ...sizeOf(header), frameCount: frames, fps: seconds > 0 ? frames / seconds : 30 };
}

/** Width and height as 16.16 fixed point at the end of the track header, exchanged when its matrix turns by a right angle. */
function sizeOf(header: Buffer): Pick<ClipFacts, 'widthPx' | 'heightPx'> {
  const end = header.length;
  const [width, height] = [readU32(header, end - 8) >>> 16, readU32(header, end - 4) >>> 16];
  const isTurned = readU32(header, end - 8 - 36) === 0 && readU32(header, end - 8 - 32) !== 0;
  return isTurned ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
}

/** Runs of frames of one duration. */
function countFrames(times: Buffer): { readonly frames: number; readonly ticks: number } {
  let [frames, ticks] = [0, 0];
  const runs = Math.min(readU32(times, 4), Math.floor((times.length - 8) / 8));
  for (let run = 0; run < runs; run++) {
    const count = readU32(times, 8 + 8 * run);
    frames += count;
    ticks += count * readU32(times, 12 + 8 * run);
  }
  return { frames, ticks };
}

function boxAt(bytes: Buffer, [first, ...rest]: readonly string[]): Buffer | null {
  const box = boxesIn(bytes).find(({ tag }) => tag === first);
  if (box === undefined) return null;
  return rest.length === 0 ? box.content : boxAt(box.content, rest);
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && boxes.length < mostBoxes; ) {
    const size32 = bytes.readUInt32BE(at);
    let [size, head] = [size32 === 0 ? bytes.length - at : size32, 8];
    if (size32 === 1 && at + 16 <= bytes.length) [size, head] = [Number(bytes.readBigUInt64BE(at + 8)), 16];
    if (size < head) break;
    boxes.push({ tag: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return boxes;
}

const readU32 = (bytes: Buffer, at: number): number => (at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0);
