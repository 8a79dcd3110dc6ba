import { Readable } from 'node:stream';
import type { Analysis } from '../../../engine/analysis.ts';
import { toFrameBodies, toFrameDataHeader } from '../../contract/frame-data.ts';
import type { FrameBody, FrameDataHeader } from '../../contract/schemas/frame-data.ts';
import type { FrameDataFile } from '../../store/frame-data-file.ts';

/** The frames of a clip, written when they are first asked for. */
export function frameDataOf(analysis: Analysis, frameCount: number): FrameDataFile {
  return lazily(() => ({
    header: toFrameDataHeader(analysis),
    frames: [...toFrameBodies(analysis)].slice(0, frameCount),
  }));
}

interface Frames {
  readonly header: FrameDataHeader;
  readonly frames: readonly FrameBody[];
}

function lazily(make: () => Frames): FrameDataFile {
  let made: Frames | null = null;
  const frames = (): Frames => {
    made ??= make();
    return made;
  };
  return {
    ndjson: () =>
      Readable.from([[frames().header, ...frames().frames].map((line) => `${JSON.stringify(line)}\n`).join('')]),
    json: () => Readable.from([JSON.stringify({ ...frames().header, frames: frames().frames })], { objectMode: false }),
  };
}
