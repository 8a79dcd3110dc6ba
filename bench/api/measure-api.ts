import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { benchClip, benchClips } from '../clip/bench-clips.ts';
import { benchRunner } from '../pictures/painted-stride.ts';
import { quantile } from '../statistics.ts';
import { type ApiClient, apiClient } from './api-client.ts';
import { type PollTimes, pollLoad } from './poll-load.ts';
import { serve } from './served.ts';

/** What is asked while analyses run, and results while nothing does. */
export const polls = ['results', 'calculated_data', 'idle'] as const;
export type Poll = (typeof polls)[number];

export interface PollResult {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  readonly requests: number;
}

export interface UploadResult {
  readonly bytes: number;
  readonly ms: number;
  /** The same bytes written and synced by a bare program. */
  readonly bareMs: number;
}

export interface ApiRound {
  /** On an empty folder, and on the same one again. */
  readonly startMs: readonly [first: number, again: number];
  readonly polls: Readonly<Record<Poll, PollResult>>;
  readonly uploads: readonly UploadResult[];
}

export interface MeasureApiOptions {
  readonly rounds: number;
  /** Of each kind of polling. */
  readonly seconds: number;
  readonly progress: ProgressLine;
}

export const perSecond = 100;
const uploadsPerRound = 5;

/** Measures a server as it is started by its operator, from outside. */
export async function measureApi({ rounds, seconds, progress }: MeasureApiOptions): Promise<ApiRound[]> {
  const clipPath = await benchClip(benchClips['1080p30'], (share) => progress.update(20 * share, 'the clip'));
  const results: ApiRound[] = [];
  for (let round = 0; round < rounds; round++) {
    progress.update(20 + (80 * round) / rounds, `round ${round + 1}`);
    results.push(await measureRound(clipPath, seconds));
  }
  return results;
}

async function measureRound(clipPath: string, seconds: number): Promise<ApiRound> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-bench-api-'));
  try {
    const dataDir = join(folder, 'data');
    const first = await serve(dataDir);
    await first.stop();
    const server = await serve(dataDir);
    try {
      const { key } = await createPartnerKey(dataDir, 'bench');
      const client = apiClient(server, key);
      const uploads = await measureUploads(client, clipPath, folder);
      return {
        startMs: [first.startMs, server.startMs],
        uploads,
        polls: await measurePolls(client, clipPath, seconds),
      };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A back view is taken, checked and at once known to fail: nothing runs beside the next upload. */
async function measureUploads(client: ApiClient, clipPath: string, folder: string): Promise<UploadResult[]> {
  const bytes = await readFile(clipPath);
  const results: UploadResult[] = [];
  for (let upload = 0; upload < uploadsPerRound; upload++) {
    const start = performance.now();
    await client.start(clipPath, { analysis_type: 'back_view' });
    const ms = performance.now() - start;
    results.push({ bytes: bytes.length, ms, bareMs: await bareWriteMs(bytes, join(folder, 'bare')) });
  }
  return results;
}

async function bareWriteMs(bytes: Uint8Array, path: string): Promise<number> {
  const start = performance.now();
  await writeFile(path, bytes);
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
  const ms = performance.now() - start;
  await rm(path);
  return ms;
}

/** Polls a server that has something to do all the time, and then one that has not. */
async function measurePolls(client: ApiClient, clipPath: string, seconds: number): Promise<ApiRound['polls']> {
  const fields = { height: String(benchRunner.heightM), treadmill: 'true', pace: '05:33' };
  const startOne = (): Promise<string> => client.start(clipPath, fields);
  const begin = performance.now();
  const finished = await startOne();
  await ended(client, finished);
  const analysisS = (performance.now() - begin) / 1000;
  // Enough that one runs until the end, though it has the machine to itself less than now.
  const needed = 1 + Math.ceil(seconds / (0.8 * analysisS));

  const whileBusy = async (urlOf: (running: string, index: number) => string): Promise<PollTimes> => {
    const ids: string[] = [];
    for (let count = 0; count < needed; count++) ids.push(await startOne());
    let place = 0;
    const follow = async (): Promise<void> => {
      if (place + 1 < ids.length && (await client.statusOf(ids[place])) === 'success') place++;
    };
    const watch = setInterval(() => void follow(), 250);
    const times = await pollLoad({ urlOf: (index) => urlOf(ids[place], index), perSecond, seconds });
    clearInterval(watch);
    const last = ids[ids.length - 1];
    if ((await client.statusOf(last)) === 'success') throw new Error('nothing ran at the end of the measurement');
    await ended(client, last);
    return times;
  };
  // Half of the requests are for the one that runs, half for one that has ended: clients ask for both.
  const results = await whileBusy((running, index) => client.urlOf(index % 2 === 0 ? running : finished, 'results'));
  const calculatedData = await whileBusy(() => client.urlOf(finished, 'results/calculated_data'));
  const idle = await pollLoad({ urlOf: () => client.urlOf(finished, 'results'), perSecond, seconds });
  return { results: summary(results), calculated_data: summary(calculatedData), idle: summary(idle) };
}

async function ended(client: ApiClient, id: string): Promise<void> {
  for (;;) {
    const status = await client.statusOf(id);
    if (status === 'success') return;
    if (status === 'failed') throw new Error('an analysis failed');
    await sleep(200);
  }
}

function summary({ ms, statuses }: PollTimes): PollResult {
  const others = Object.keys(statuses).filter((status) => status !== '200' && status !== '202');
  if (others.length > 0) throw new Error(`answers ${others.join(', ')}`);
  return { p50Ms: quantile(ms, 0.5), p99Ms: quantile(ms, 0.99), mostMs: Math.max(...ms), requests: ms.length };
}
