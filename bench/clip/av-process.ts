import { writeSync } from 'node:fs';
import { AV_LOG_ERROR } from 'node-av/constants';
import { Log } from 'node-av/lib';
import type { BareDecodeJob, WriteClipJob } from './av-job.ts';
import { bareDecode } from './bare-decode.ts';
import { writeClip } from './write-clip.ts';

/** Does one job without ever giving way, prints its outcome and ends: the bindings may not be cleaned up by a process that lives on. */
const job = JSON.parse(process.argv[2] ?? '') as BareDecodeJob | WriteClipJob;
Log.setLevel(AV_LOG_ERROR);
const answer = Buffer.from(JSON.stringify(job.kind === 'decode' ? bareDecode(job) : writeClip(job)));
for (let written = 0; written < answer.length; ) written += writeSync(1, answer, written);
process.exit();
