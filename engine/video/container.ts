import type { VideoProbe } from './video.ts';

/** A container told by its first bytes, never by the file's name. */
export interface Container {
  readonly kind: VideoProbe['container'];
  /** Whether the file ends before the sizes that its own structure declares. */
  readonly truncated: boolean;
}

/** Something whose bytes can be read at any place, as a file's. */
export interface RandomAccess {
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly buffer: Buffer; readonly bytesRead: number }>;
}

/** Some writers count their own header in the declared size. */
const slackBytes = 16;
const maxBoxes = 10_000;

/**
 * Tells the container of a file: ISO base media (MP4, QuickTime, and 3GP, which is called `mp4`), AVI or WebM. Null for anything
 * else, other Matroska too.
 */
export async function readContainer(file: RandomAccess, fileBytes: number): Promise<Container | null> {
  const head = await readAt(file, 0, 64);
  const tag = head.toString('latin1', 4, 8);
  if (isoBoxes.has(tag)) return isPicture(head) ? null : readIso(file, fileBytes, head);
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'AVI ') {
    return { kind: 'avi', truncated: head.readUInt32LE(4) > fileBytes + slackBytes };
  }
  if (head.length >= 4 && head.readUInt32BE(0) === ebmlId) return readMatroska(file, fileBytes);
  return null;
}

const isoBoxes: ReadonlySet<string> = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);

/** Brands of ISO base media that hold pictures, single or in a row (ISO/IEC 23008-12, AVIF). */
const pictureBrands: ReadonlySet<string> = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'mif1',
  'msf1',
  'avif',
  'avis',
]);

const isPicture = (head: Buffer): boolean =>
  head.toString('latin1', 4, 8) === 'ftyp' && pictureBrands.has(head.toString('latin1', 8, 12));

/** Walks the top-level boxes (ISO/IEC 14496-12, 4.2). */
async function readIso(file: RandomAccess, fileBytes: number, head: Buffer): Promise<Container> {
  const isMp4 = head.toString('latin1', 4, 8) === 'ftyp' && head.toString('latin1', 8, 12) !== 'qt  ';
  let hasMovie = false;
  let truncated = false;
  let offset = 0;
  for (let count = 0; offset + 8 <= fileBytes && count < maxBoxes; count++) {
    const header = await readAt(file, offset, 16);
    const tag = header.toString('latin1', 4, 8);
    const size32 = header.readUInt32BE(0);
    let size = size32 === 0 ? fileBytes - offset : size32;
    if (size32 === 1 && header.length === 16) size = Number(header.readBigUInt64BE(8));
    if (size < 8) break;
    hasMovie ||= tag === 'moov';
    truncated ||= (tag === 'mdat' || tag === 'moov') && offset + size > fileBytes;
    offset += size;
  }
  return { kind: isMp4 ? 'mp4' : 'mov', truncated: truncated || !hasMovie };
}

const ebmlId = 0x1a45dfa3;
const segmentId = 0x18538067;

const docTypeId = 0x4282;
const mostHeaderBytes = 1_024;

/** Reads the document type and the sizes of the EBML header and of the segment (RFC 8794, RFC 9559). */
async function readMatroska(file: RandomAccess, fileBytes: number): Promise<Container | null> {
  const header = elementSize(await readAt(file, 4, 8));
  const segmentStart = 4 + header.bytes + header.value;
  const content = await readAt(file, 4 + header.bytes, Math.min(mostHeaderBytes, header.value));
  if (docType(content) !== 'webm') return null;
  const segment = await readAt(file, segmentStart, 12);
  if (segment.length < 12 || segment.readUInt32BE(0) !== segmentId) return { kind: 'webm', truncated: false };
  const size = elementSize(segment.subarray(4));
  const end = segmentStart + 4 + size.bytes + size.value;
  return { kind: 'webm', truncated: size.known && end > fileBytes + slackBytes };
}

/** The document type in an EBML header's content; `matroska` is what the specification has readers think where it is missing. */
function docType(content: Buffer): string {
  for (let at = 0; at + 2 < content.length; ) {
    const idBytes = Math.clz32(content[at]) - 23;
    if (idBytes > 4) break;
    const size = elementSize(content.subarray(at + idBytes));
    const start = at + idBytes + size.bytes;
    if (idBytes === 2 && content.readUInt16BE(at) === docTypeId)
      return content.toString('latin1', start, start + size.value).replace(/\0+$/, '');
    at = start + size.value;
  }
  return 'matroska';
}

/** An EBML variable-length size; all bits set means unknown, as live recorders write it. */
function elementSize(bytes: Buffer): { value: number; bytes: number; known: boolean } {
  const length = Math.clz32(bytes[0] ?? 0) - 23;
  if (length > 8 || bytes.length < length) return { value: 0, bytes: 1, known: false };
  let value = (bytes[0] ?? 0) & (0xff >> length);
  let known = value !== 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = bytes[i] ?? 0;
    known ||= byte !== 0xff;
    value = value * 256 + byte;
  }
  return { value, bytes: length, known };
}

async function readAt(file: RandomAccess, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
