import type { ClipFacts } from './clip-facts.ts';

/** Size, frames and rate of an AVI file's main header and of its first video stream (RIFF, OpenDML); null when it has none. */
export function aviFacts(bytes: Buffer): ClipFacts | null {
  const head = bytes.subarray(0, 65_536);
  const main = head.indexOf('avih', 0, 'latin1');
  const stream = streamOf(head);
  if (main < 0 || stream < 0 || main + 48 > head.length) return null;
  const frameUs = head.readUInt32LE(main + 8);
  return {
    container: 'avi',
    widthPx: head.readUInt32LE(main + 40),
    heightPx: head.readUInt32LE(main + 44),
    frameCount: head.readUInt32LE(main + 24),
    fps: frameUs > 0 ? 1e6 / frameUs : 30,
  };
}

/** Where the first stream header of video begins. */
function streamOf(head: Buffer): number {
  for (let at = head.indexOf('strh', 0, 'latin1'); at >= 0; at = head.indexOf('strh', at + 4, 'latin1'))
    if (head.toString('latin1', at + 8, at + 12) === 'vids') return at;
  return -1;
}
