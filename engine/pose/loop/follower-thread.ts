import { parentPort, workerData } from 'node:worker_threads';
import { StrideError } from '../../errors/stride-error.ts';
import { endWithParent } from '../../video/jobs/end-with-parent.ts';
import { sendMessage, writeFully } from '../../video/jobs/pipes.ts';
import { watchOwnProcess } from '../../video/jobs/watch-own-process.ts';
import { poseNetworkOf } from '../custom/network-choice.ts';
import { PoseRecorder } from '../pose-recorder.ts';
import { PictureRing } from './picture-ring.ts';
import { poseBytes } from './pose-bytes.ts';
import type { FollowerData, FromFollower, PoseStart, ToFollower } from './pose-protocol.ts';
import { Readers } from './readers.ts';
import { RunnerLoop } from './runner-loop.ts';

/** Follows the runner through the pictures that the decoding thread writes, and sends what was read to the parent. */
if (parentPort === null) throw new Error('this module runs as a worker thread');
const port = parentPort;
watchOwnProcess();
const { job, readers: threads, port: answers, hasEnded } = workerData as FollowerData;
const { network, runtime } = job;
/** Frames between two words on progress. */
const progressEvery = 5;

interface Following {
  readonly ring: PictureRing;
  readonly loop: RunnerLoop;
  readonly recorder: PoseRecorder;
  readonly timesS: readonly number[];
}
let following: Following | null = null;
let hasFailed = false;

const say = (message: FromFollower): void => {
  answers.postMessage(message);
  Atomics.store(new Int32Array(hasEnded), 0, 1);
  Atomics.notify(new Int32Array(hasEnded), 0);
};
const giveUp = (error: unknown): void => {
  if (hasFailed) return;
  hasFailed = true;
  following?.ring.stop();
  const isKnown = error instanceof StrideError;
  const code = isKnown ? error.code : 'inference_failed';
  say({ type: 'failed', code, detail: isKnown ? error.detail : String(error) });
};

function follow(start: PoseStart, ring: PictureRing, timesS: readonly number[]): Following {
  const mostFrames = Math.ceil(timesS.length / start.readEvery);
  const recorder = new PoseRecorder(poseNetworkOf(network), start, ring.shared.layout, mostFrames);
  const onFrame = (done: number): void => {
    if (done % progressEvery === 0) sendMessage({ type: 'progress', done, expected: mostFrames });
  };
  return { ring, recorder, timesS, loop: new RunnerLoop({ ring, readers, recorder, onFrame, onFailure: giveUp }) };
}

async function end({ loop, recorder }: Following): Promise<void> {
  await loop.end();
  const { frameCount, people, ...arrays } = recorder.finish(loop.people());
  writeFully(1, poseBytes(arrays));
  say({ type: 'done', frameCount, people });
}

function hear(message: ToFollower): void {
  if (typeof message === 'number') {
    if (following === null) return;
    const { slotCount } = following.ring.shared;
    following.loop.push(message % slotCount, following.timesS[Math.floor(message / slotCount)]);
  } else if (message.type === 'clip') {
    endWithParent();
    readers.open({ network, runtime, ready: message.start.ready });
    const ring = new PictureRing(message.ring);
    // The other thread would wait for a free slot for ever.
    if (hasFailed) ring.stop();
    else following = follow(message.start, ring, message.timesS);
  } else if (following !== null) {
    end(following).catch(giveUp);
  }
}

const readers = new Readers(threads, (error) => {
  giveUp(error);
  following?.loop.fail(error);
});
// The decoding thread waits for an answer, whatever happens here.
process.on('uncaughtException', giveUp);
port.on('message', hear);
