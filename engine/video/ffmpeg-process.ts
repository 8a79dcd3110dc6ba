import { Worker } from 'node:worker_threads';
import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { JobError } from './jobs/job-error.ts';
import { readRecord, sendMessage } from './jobs/pipes.ts';
import type { Job, JobCounts, ProbeFacts } from './protocol.ts';

async function run(job: Job): Promise<ProbeFacts | JobCounts> {
  switch (job.kind) {
    case 'probe':
      return (await import('./jobs/probe-job.ts')).runProbe(job);
    case 'decode':
      return (await import('./jobs/decode-job.ts')).runDecode(job);
    case 'render':
      return (await import('./jobs/render-job.ts')).runRender(job);
    case 'encode':
      return (await import('./jobs/encode-job.ts')).runEncode(job);
  }
}

/** FFmpeg's calls block this thread, so another one watches for the parent's end. An encode job reads stdin itself. */
function watchParent(): void {
  // Without these options the worker would turn stdout into a pipe that does not block, and frames are written blocking.
  const ownOutput = { stdout: true, stderr: true };
  new Worker(new URL('./jobs/parent-watch.js', import.meta.url), ownOutput).unref();
}

async function main(): Promise<number> {
  const record = readRecord();
  if (record === null) return 1;
  const job = JSON.parse(record.toString()) as Job;
  if (job.kind !== 'encode') watchParent();
  Log.setLevel(AV_LOG_ERROR);
  try {
    sendMessage({ type: 'result', result: await run(job) });
    return 0;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    sendMessage({ type: 'error', code: error instanceof JobError ? error.code : 'decoder_failed', detail });
    return 1;
  }
}

process.exit(await main());
