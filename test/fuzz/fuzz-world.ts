import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { startServer } from '../../server/serve.ts';
import { ClipLibrary } from '../api/clips/clip-library.ts';
import { DataDirTarget } from '../api/run/data-dir-target.ts';
import { arrange } from '../api/run/givens.ts';
import { type Judge, openJudge } from '../api/run/judge.ts';
import { startWatchedServer } from '../support/start-watched-server.ts';
import type { FuzzWorld } from './request-arbitrary.ts';

/** A server with one of everything, whose answers are held against the contract on both sides of the wire. */
export interface OpenFuzzWorld {
  readonly world: FuzzWorld;
  readonly judge: Judge;
  /** Stops the server and removes its folder. @throws Error for an answer that the contract does not allow. */
  close(): Promise<void>;
}

/** A data folder with one of everything, of which any number of servers can be given a copy. */
export interface FuzzWorlds {
  open(): Promise<OpenFuzzWorld>;
  close(): Promise<void>;
}

const longestMs = 120_000;
const things = ['OTHERS', 'FOREIGN', 'ANA', 'EVA', 'IDA', 'UMA', 'WAITING', 'RUNNING', 'FAILED'];

/** Makes the folder: a clip is analysed for it, so that there are pictures and frames. */
export async function prepareFuzzWorlds(): Promise<FuzzWorlds> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-fuzz-'));
  const dataDir = join(folder, 'template');
  const clips = await ClipLibrary.open();
  try {
    const { key } = await createPartnerKey(dataDir, 'Acme');
    const { key: othersKey } = await createPartnerKey(dataDir, 'Others');
    const done = await analysed(dataDir, key);
    const ids = [done, ...(await arranged(dataDir, clips, key, othersKey))];
    const clip = await clips.read('clip.mp4');
    let opened = 0;
    return {
      open: () => openCopy(dataDir, join(folder, String(++opened)), { key, ids, clip, done }),
      close: () => rm(folder, { recursive: true, force: true }),
    };
  } finally {
    await clips.close();
  }
}

async function analysed(dataDir: string, key: string): Promise<string> {
  const server = await startServer({ port: 0, dataDir, workers: 1 });
  try {
    const form = new FormData();
    form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
    const response = await fetch(`${server.url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
    const { video_id: id } = (await response.json()) as { readonly video_id: string };
    for (let waitedMs = 0; waitedMs < longestMs; waitedMs += 200) {
      const results = await fetch(`${server.url}/analysis/${id}/results?apiKey=${key}`);
      const { status } = (await results.json()) as { readonly status: string };
      if (status === 'success') return id;
      if (status === 'failed') throw new Error('the analysis of the sample clip failed');
      await sleep(200);
    }
    throw new Error(`the analysis of the sample clip did not end within ${longestMs / 1000} s`);
  } finally {
    await server.close();
  }
}

/** Things in every other state, of two partners. @returns Their ids. */
async function arranged(dataDir: string, clips: ClipLibrary, key: string, othersKey: string): Promise<string[]> {
  const server = await startServer({ port: 0, dataDir, workers: 0 });
  try {
    const target = new DataDirTarget(server.url, dataDir, true);
    const run = { target, readFile: clips.read, judge: await openJudge(server.url) };
    const given = (texts: readonly string[]) => texts.map((text, line) => ({ kind: 'given' as const, line, text }));
    const [others, own] = [new Map([['KEY', othersKey]]), new Map([['KEY', key]])];
    await arrange(run, 'fuzz', given(['a subject OTHERS', 'an analysis FOREIGN that waits']), others);
    await arrange(
      run,
      'fuzz',
      given([
        'a subject ANA {"name": "Ana"}',
        ...['EVA', 'IDA', 'UMA'].map((name) => `a subject ${name}`),
        'an analysis WAITING with subject_id=$ANA that waits',
        'an analysis RUNNING that is at 42 %',
        'an analysis FAILED that has failed with no_person',
      ]),
      own,
    );
    return things.map((name) => others.get(name) ?? own.get(name) ?? '');
  } finally {
    await server.close();
  }
}

type Kept = Pick<FuzzWorld, 'key' | 'ids' | 'clip'> & { readonly done: string };

async function openCopy(template: string, dataDir: string, { key, ids, clip, done }: Kept): Promise<OpenFuzzWorld> {
  await cp(template, dataDir, { recursive: true });
  const server = await startWatchedServer({ port: 0, dataDir, workers: 0 });
  const results = await fetch(`${server.url}/analysis/${done}/results?apiKey=${key}`);
  const links = [...(await results.text()).matchAll(/https?:\/\/[^"/]+(\/media\/[^"]+)/g)].map(([, path]) => path);
  return {
    world: { url: server.url, key, ids, clip, links },
    judge: await openJudge(server.url),
    close: async () => {
      await server.close().finally(() => rm(dataDir, { recursive: true, force: true }));
    },
  };
}
