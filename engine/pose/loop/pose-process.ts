import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { JobError } from '../../video/jobs/job-error.ts';
import { runChild } from '../../video/jobs/run-child.ts';
import { ownArguments } from '../../video/jobs/watch-own-process.ts';
import type { FollowerData, FromFollower, PoseCounts, PoseJob } from './pose-protocol.ts';
import { startReaderThreads } from './reader-threads.ts';

/** Decodes a clip on this thread, which FFmpeg needs to itself, while others follow the runner. */
async function run(job: PoseJob): Promise<PoseCounts> {
  const { port1: answers, port2: port } = new MessageChannel();
  const hasEnded = new SharedArrayBuffer(4);
  const readers = startReaderThreads(job.threads);
  const workerData: FollowerData = { job, readers, port, hasEnded };
  const follower = new Worker(new URL('./follower-thread.js', import.meta.url), {
    workerData,
    argv: ownArguments(),
    transferList: [port, ...readers.ports],
    // Without these the worker would turn stdout into a pipe that does not block.
    stdout: true,
    stderr: true,
  });
  // FFmpeg is loaded while the other threads start.
  const { decodeInto } = await import('./decode-into.ts');
  const decoded = decodeInto(follower, job);
  // This thread must not go back to its event loop: what FFmpeg's wrappers then clean up crashes the process.
  Atomics.wait(new Int32Array(hasEnded), 0, 0);
  const said = receiveMessageOnPort(answers)?.message as FromFollower;
  if (said.type === 'failed') throw new JobError(said.code, said.detail ?? '');
  return { decoded, frameCount: said.frameCount, people: said.people };
}

// Until the second record has come, the job reads stdin; then the follower does.
await runChild(run, () => true);
