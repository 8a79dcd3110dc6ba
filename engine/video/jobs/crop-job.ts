import { decodePictures } from '../av/decoder.ts';
import { openWithClock } from '../av/frame-clock.ts';
import { FrameIndexer } from '../av/frame-indexer.ts';
import { FramePlanes } from '../av/frame-planes.ts';
import { cropRgb } from '../crop-rgb.ts';
import { bytesPerPicture, viewPicture } from '../planar-picture.ts';
import { type CropJob, frameHeaderBytes, type JobCounts } from '../protocol.ts';
import { writeFully } from './pipes.ts';

/** Writes pieces of the clip's frames to stdout at their full resolution. */
export function runCrop({ path, limits, crops }: CropJob): JobCounts {
  const { input, clock } = openWithClock(path, limits);
  const indexer = new FrameIndexer(clock);
  const wanted = new Map<number, number[]>();
  crops.forEach(({ frame }, i) => {
    wanted.set(frame, [...(wanted.get(frame) ?? []), i]);
  });
  const last = Math.max(...wanted.keys());
  let planes: FramePlanes | undefined;
  let bytes = Buffer.alloc(0);
  let done = 0;
  for (const frame of decodePictures(input, limits.maxPixels)) {
    const index = indexer.next(frame);
    if (index === null || index > last) break;
    if (planes === undefined) {
      planes = new FramePlanes(input.stream, frame, Number.POSITIVE_INFINITY);
      bytes = Buffer.alloc(bytesPerPicture(planes.layout));
    }
    const here = wanted.get(index);
    if (here === undefined) continue;
    planes.copy(frame, bytes);
    const picture = viewPicture(planes.layout, bytes);
    for (const i of here) {
      const header = Buffer.alloc(frameHeaderBytes);
      header.writeUInt32LE(i);
      writeFully(1, header);
      writeFully(1, Buffer.from(cropRgb(picture, crops[i]).buffer));
      done++;
    }
  }
  planes?.free();
  return { expected: crops.length, done };
}
