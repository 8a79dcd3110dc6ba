import type { RandomAccess } from './container.ts';

/** Bytes of a packet of an MPEG transport stream (ISO/IEC 13818-1), and of one with a time stamp in front, as camcorders write it. */
const transportPackets = [188, 192] as const;
const syncByte = 0x47;

/** First bytes of containers that hold video and are not accepted. */
const magics: readonly (readonly [start: string, name: string])[] = [
  ['\x1a\x45\xdf\xa3', 'Matroska'],
  ['FLV\x01', 'Flash video'],
  ['OggS', 'Ogg'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'Windows Media'],
  ['\x00\x00\x01\xba', 'an MPEG program stream'],
  ['.RMF', 'RealMedia'],
  ['DKIF', 'IVF'],
];

/**
 * Tells by its first bytes a container that holds video but is not accepted, so that its sender learns what is wrong. Null for a
 * file that is none of those either.
 */
export async function otherContainer(file: RandomAccess): Promise<string | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1_024), 0, 1_024, 0);
  const head = buffer.subarray(0, bytesRead);
  for (const [start, name] of magics) {
    if (head.toString('latin1', 0, start.length) === start) return name;
  }
  return isTransportStream(head) ? 'an MPEG transport stream' : null;
}

/** Sync bytes at the distance of a packet, four in a row. */
function isTransportStream(head: Buffer): boolean {
  return transportPackets.some((bytes) => {
    const first = bytes - transportPackets[0];
    return [0, 1, 2, 3].every((packet) => head[first + packet * bytes] === syncByte);
  });
}
