import type { ISOFile, MP4BoxBuffer } from 'mp4box';
import type { ClipFacts } from './clip-facts.ts';

export type ContainerFacts = Pick<ClipFacts, 'durationS' | 'widthPx' | 'heightPx' | 'frameRate'>;

const nothing: ContainerFacts = { durationS: null, widthPx: null, heightPx: null, frameRate: null };

/** What the boxes of an MP4 or MOV file say of its first video track; nothing of other files. */
export async function readContainer(bytes: ArrayBuffer): Promise<ContainerFacts> {
  const { createFile } = await import('mp4box');
  const file = createFile();
  try {
    file.appendBuffer(Object.assign(bytes, { fileStart: 0 }) as MP4BoxBuffer);
    file.flush();
  } catch (error) {
    // The parser throws its own errors on files that are none of its kind; the server says what is wrong with these.
    console.debug(error);
    return nothing;
  }
  return factsOf(file);
}

/** Of the first video track; nothing where there is none. */
function factsOf(file: ISOFile): ContainerFacts {
  const track = file.moov?.traks?.find(({ mdia }) => mdia.hdlr.handler === 'vide');
  if (!track) return nothing;
  // Of a fragmented file the header counts no samples.
  const samples = file.getTrackSamplesInfo(track.tkhd.track_id);
  const durationS = samples.reduce((sum, { duration, timescale }) => sum + duration / timescale, 0);
  const isTurned = isQuarterTurn(Array.from(track.tkhd.matrix));
  const [width, height] = [track.tkhd.width, track.tkhd.height].map((fixedPoint) => Math.round(fixedPoint / 65536));
  return {
    durationS: durationS > 0 ? durationS : null,
    widthPx: isTurned ? height : width,
    heightPx: isTurned ? width : height,
    frameRate: durationS > 0 && samples.length > 1 ? samples.length / durationS : null,
  };
}

/** Whether the matrix of a track's header turns the picture by 90 or 270 degrees. */
const isQuarterTurn = ([a, b]: readonly number[]): boolean => a === 0 && b !== 0;
