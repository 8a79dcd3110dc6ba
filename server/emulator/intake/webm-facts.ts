import type { ClipFacts } from './clip-facts.ts';

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  defaultDuration: 0x23e383,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
} as const;

interface Element {
  readonly id: number;
  readonly content: Buffer;
}

/** Size, frames and rate of a WebM file's first video track (RFC 9559, 5.1); null when it has none. */
export function webmFacts(bytes: Buffer): ClipFacts | null {
  const segment = childOf(bytes, ids.segment);
  const info = segment === null ? null : childOf(segment, ids.info);
  const tracks = segment === null ? null : childOf(segment, ids.tracks);
  if (info === null || tracks === null) return null;
  const track = elementsIn(tracks).find(
    ({ id, content }) => id === ids.track && unsigned(childOf(content, ids.trackType)) === 1,
  );
  const video = track === undefined ? null : childOf(track.content, ids.video);
  if (track === undefined || video === null) return null;
  const frameNs = unsigned(childOf(track.content, ids.defaultDuration));
  const fps = frameNs > 0 ? 1e9 / frameNs : 30;
  const seconds = (float(childOf(info, ids.duration)) * (unsigned(childOf(info, ids.timestampScale)) || 1e6)) / 1e9;
  return {
    container: 'webm',
    widthPx: unsigned(childOf(video, ids.width)),
    heightPx: unsigned(childOf(video, ids.height)),
    frameCount: Math.round(seconds * fps),
    fps,
  };
}

const childOf = (bytes: Buffer, id: number): Buffer | null =>
  elementsIn(bytes).find((element) => element.id === id)?.content ?? null;

/** The elements of one level, up to the first cluster: what describes the tracks lies before it. */
function elementsIn(bytes: Buffer): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const idBytes = Math.clz32(bytes[at]) - 23;
    if (idBytes > 4 || at + idBytes >= bytes.length) break;
    const id = bytes.readUIntBE(at, idBytes);
    const size = sizeAt(bytes, at + idBytes);
    if (size === null || id === ids.cluster) break;
    const start = at + idBytes + size.bytes;
    const end = size.value === null ? bytes.length : start + size.value;
    elements.push({ id, content: bytes.subarray(start, end) });
    at = end;
  }
  return elements;
}

/** A variable-length size; its value is null when it is unknown, as live recorders write it. */
function sizeAt(bytes: Buffer, at: number): { readonly value: number | null; readonly bytes: number } | null {
  const length = Math.clz32(bytes[at]) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  let value = bytes[at] & (0xff >> length);
  let isUnknown = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i];
    isUnknown &&= bytes[at + i] === 0xff;
  }
  return { value: isUnknown ? null : value, bytes: length };
}

const unsigned = (bytes: Buffer | null): number =>
  bytes === null || bytes.length === 0 || bytes.length > 6 ? 0 : bytes.readUIntBE(0, bytes.length);

function float(bytes: Buffer | null): number {
  if (bytes?.length === 4) return bytes.readFloatBE();
  return bytes?.length === 8 ? bytes.readDoubleBE() : 0;
}
