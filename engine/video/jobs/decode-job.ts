import { AV_PIX_FMT_RGB24, AVSEEK_FLAG_BACKWARD } from 'node-av/constants';
import { avImageCopyToBuffer, type Frame } from 'node-av/lib';
import { decodePictures } from '../av/decoder.ts';
import { FilterChain } from '../av/filter-chain.ts';
import { openWithClock } from '../av/frame-clock.ts';
import { FrameIndexer } from '../av/frame-indexer.ts';
import { pictureFilters } from '../av/picture-filters.ts';
import { type DecodeJob, frameHeaderBytes, type JobCounts } from '../protocol.ts';
import { writeFully } from './pipes.ts';

/** Writes the clip's frames, or one of them, to stdout. */
export function runDecode({ path, size, limits, onlyIndex }: DecodeJob): JobCounts {
  const { input, clock } = openWithClock(path, limits);
  const indexer = new FrameIndexer(clock);
  if (onlyIndex !== null && clock.namesFrames) {
    // When this fails, decoding starts at the front, which is only slower.
    input.format.seekFrameSync(input.stream.index, clock.ticks[onlyIndex], AVSEEK_FLAG_BACKWARD);
  }
  const packet = Buffer.alloc(frameHeaderBytes + size.widthPx * size.heightPx * 3);
  let chain: FilterChain | undefined;
  let done = 0;
  for (const frame of decodePictures(input, limits.maxPixels)) {
    const index = indexer.next(frame);
    if (index === null) break;
    if (onlyIndex !== null && index < onlyIndex) continue;
    chain ??= new FilterChain([...pictureFilters(input.stream, frame, size), 'format=rgb24']);
    packet.writeUInt32LE(index);
    packRgb(chain.apply(frame), packet.subarray(frameHeaderBytes));
    writeFully(1, packet);
    done++;
    if (onlyIndex !== null) break;
  }
  chain?.free();
  return { expected: clock.ticks.length, done };
}

function packRgb(frame: Frame, target: Buffer): void {
  avImageCopyToBuffer(
    target,
    target.length,
    frame.data,
    frame.linesize,
    AV_PIX_FMT_RGB24,
    frame.width,
    frame.height,
    1,
  );
}
