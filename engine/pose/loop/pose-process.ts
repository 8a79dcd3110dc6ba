import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { decodePictures } from '../../video/av/decoder.ts';
import { openWithClock } from '../../video/av/frame-clock.ts';
import { FrameIndexer } from '../../video/av/frame-indexer.ts';
import { FramePlanes } from '../../video/av/frame-planes.ts';
import { JobError } from '../../video/jobs/job-error.ts';
import { readRecord } from '../../video/jobs/pipes.ts';
import { runChild, watchParent } from '../../video/jobs/run-child.ts';
import { PictureRing } from './picture-ring.ts';
import type { FollowerData, FromFollower, PoseClip, PoseCounts, PoseJob, ToFollower } from './pose-protocol.ts';
import { mostPixelsPerPicture } from './ring-bounds.ts';
import { RunnerLoop } from './runner-loop.ts';

/** Decodes a clip on this thread, which FFmpeg needs to itself, while another follows the runner. */
async function run(job: PoseJob): Promise<PoseCounts> {
  const { port1: answers, port2: port } = new MessageChannel();
  const hasEnded = new SharedArrayBuffer(4);
  const workerData: FollowerData = { job, port, hasEnded };
  const follower = new Worker(new URL('./follower-thread.js', import.meta.url), {
    workerData,
    transferList: [port],
    stdout: true,
    stderr: true,
  });
  const record = readRecord();
  if (record === null) throw new JobError('aborted', 'no clip came');
  watchParent();
  const counts = decodeInto(follower, JSON.parse(record.toString()) as PoseClip, job.threads);
  // This thread must not go back to its event loop: what FFmpeg's wrappers then clean up crashes the process.
  Atomics.wait(new Int32Array(hasEnded), 0, 0);
  const said = receiveMessageOnPort(answers)?.message as FromFollower;
  if (said.type === 'failed') throw new JobError(said.code, said.detail ?? '');
  return { ...counts, frameCount: said.frameCount, people: said.people };
}

function decodeInto(follower: Worker, clip: PoseClip, threads: number): Pick<PoseCounts, 'expected' | 'decoded'> {
  const tell = (message: ToFollower): void => follower.postMessage(message);
  const { path, limits, readEvery } = clip;
  const { input, clock } = openWithClock(path, limits);
  const { timesS } = clock;
  const indexer = new FrameIndexer(clock);
  const readTimesS = Float64Array.from(timesS.filter((_, index) => index % readEvery === 0));
  const slotCount = RunnerLoop.slotsNeeded(readTimesS, threads);
  let target: { readonly planes: FramePlanes; readonly ring: PictureRing } | undefined;
  let decoded = 0;
  for (const frame of decodePictures(input, limits.maxPixels)) {
    const index = indexer.next(frame);
    if (index === null) break;
    decoded++;
    if (index % readEvery !== 0) continue;
    if (target === undefined) {
      const planes = new FramePlanes(input.stream, frame, mostPixelsPerPicture(readTimesS));
      target = { planes, ring: PictureRing.create(planes.layout, slotCount) };
      tell({ type: 'clip', clip, ring: target.ring.shared, timesS });
    }
    const slot = target.ring.take();
    if (slot === null) break;
    target.planes.copy(frame, target.ring.bytes(slot));
    tell(index * slotCount + slot);
  }
  if (target === undefined) throw new JobError('video_truncated', 'no frame can be decoded');
  target.planes.free();
  tell({ type: 'end' });
  return { expected: timesS.length, decoded };
}

Log.setLevel(AV_LOG_ERROR);
// Until the clip has come, the job reads stdin.
await runChild(run, () => true);
