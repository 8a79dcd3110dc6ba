import type { Worker } from 'node:worker_threads';
import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { FrameIndexer } from '../../video/av/frame-indexer.ts';
import { FramePlanes } from '../../video/av/frame-planes.ts';
import { openClip } from '../../video/av/open-clip.ts';
import { JobError } from '../../video/jobs/job-error.ts';
import { readRecord, sendMessage } from '../../video/jobs/pipes.ts';
import { PictureRing } from './picture-ring.ts';
import type { PoseJob, PoseStart, ToFollower } from './pose-protocol.ts';
import { mostPixelsPerPicture } from './ring-bounds.ts';
import { RunnerLoop } from './runner-loop.ts';

/**
 * Tells the parent what the clip is, waits for its word, and decodes into a ring of pictures for the follower.
 * Blocks this thread until all is decoded or the ring is stopped.
 *
 * @returns Frames that could be decoded.
 */
export function decodeInto(follower: Worker, { path, limits, threads }: PoseJob): number {
  Log.setLevel(AV_LOG_ERROR);
  const tell = (message: ToFollower): void => follower.postMessage(message);
  const { input, clock, facts, frames } = openClip(path, limits);
  sendMessage({ type: 'probed', facts });
  const record = readRecord();
  if (record === null) throw new JobError('aborted', 'no word came');
  const start = JSON.parse(record.toString()) as PoseStart;
  const { timesS } = clock;
  const readTimesS = Float64Array.from(timesS.filter((_, index) => index % start.readEvery === 0));
  const indexer = new FrameIndexer(clock);
  let target: { readonly planes: FramePlanes; readonly ring: PictureRing } | undefined;
  let decoded = 0;
  for (const frame of frames) {
    const index = indexer.next(frame);
    if (index === null) break;
    decoded++;
    if (index % start.readEvery !== 0) continue;
    if (target === undefined) {
      const planes = new FramePlanes(input.stream, frame, mostPixelsPerPicture(readTimesS));
      target = { planes, ring: PictureRing.create(planes.layout, RunnerLoop.slotsNeeded(readTimesS, threads)) };
      tell({ type: 'clip', start, ring: target.ring.shared, timesS });
    }
    const { planes, ring } = target;
    const slot = ring.take();
    if (slot === null) break;
    planes.copy(frame, ring.bytes(slot));
    tell(index * ring.shared.slotCount + slot);
  }
  if (target === undefined) throw new JobError('video_truncated', 'no frame can be decoded');
  target.planes.free();
  tell({ type: 'end' });
  return decoded;
}
