import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import { runChild } from './jobs/run-child.ts';
import type { Job, JobCounts, ProbeFacts } from './protocol.ts';

async function run(job: Job): Promise<ProbeFacts | JobCounts> {
  Log.setLevel(AV_LOG_ERROR);
  switch (job.kind) {
    case 'probe':
      return (await import('./jobs/probe-job.ts')).runProbe(job);
    case 'decode':
      return (await import('./jobs/decode-job.ts')).runDecode(job);
    case 'crop':
      return (await import('./jobs/crop-job.ts')).runCrop(job);
    case 'render':
      return (await import('./jobs/render-job.ts')).runRender(job);
    case 'encode':
      return (await import('./jobs/encode-job.ts')).runEncode(job);
  }
}

await runChild(run, (job) => job.kind === 'encode');
