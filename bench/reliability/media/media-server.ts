import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../../engine/built-entry.ts';
import { createPartnerKey } from '../../../server/accounts/partner-keys.ts';
import { descendants } from '../../clip/process-tree.ts';
import { watchPeak } from '../../clip/watch-peak.ts';

/** How long one analysis may take. */
export const deadlineS = 60;
/** Over the deadline, and what an abort and a poll take. */
const mostWaitMs = 1000 * (deadlineS + 30);
const pollMs = 100;
const workers = 2;

/** What became of a file. */
export interface MediaOutcome {
  /** `400 invalid_video` of an upload that was refused, `failed no_person` or `success` of an analysis, or a fault. */
  readonly outcome: string;
  readonly ms: number;
  readonly fault: 'answer' | 'hang' | null;
}

/** A real server with real workers that is sent files by HTTP. */
export interface MediaServer {
  send(bytes: Buffer): Promise<MediaOutcome>;
  /** Whether it still answers. */
  isAlive(): Promise<boolean>;
  /** Files and processes that should not be there once nothing runs. */
  leftovers(): Promise<string[]>;
  /** Ends it and gives the most memory that it and its processes held together, bytes, or null. */
  stop(): Promise<number | null>;
}

/** Starts a server on a folder, with a folder for temporary files of its own. */
export async function startMediaServer(folder: string): Promise<MediaServer> {
  const [dataDir, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
  mkdirSync(temporary);
  const cli = fileURLToPath(builtEntry(import.meta.url, '../../../server/cli/main.js'));
  const options = [
    '--network',
    'movenet-lightning',
    '--workers',
    String(workers),
    '--threads',
    '1',
    '--free-disk',
    '0',
  ];
  const args = [cli, 'serve', '--port', '0', '--data', dataDir, '--deadline', String(deadlineS), ...options];
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-2000);
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const match = /serves the Partner API at (\S+)$/.exec(line);
      if (match !== null) resolve(match[1]);
    });
    child.once('close', () => reject(new Error(`the server ended: ${lastWords.trim()}`)));
  });
  const { key } = await createPartnerKey(dataDir, 'bench');
  const pid = child.pid as number;
  const peak = watchPeak(pid);
  const succeeded = new Set<string>();

  async function send(bytes: Buffer): Promise<MediaOutcome> {
    const start = performance.now();
    const told = (outcome: string, fault: MediaOutcome['fault'] = null): MediaOutcome => ({
      outcome,
      fault,
      ms: performance.now() - start,
    });
    const form = new FormData();
    form.append('video', new Blob([new Uint8Array(bytes)]), 'run.mp4');
    form.append('height', '1.75');
    form.append('treadmill', 'true');
    form.append('pace', '05:30');
    const answer = await fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
    const body = (await answer.json()) as { readonly code?: string; readonly video_id?: string };
    if (answer.status !== 202) {
      const isCoded = answer.status < 500 && body.code !== undefined;
      return told(`${answer.status} ${body.code}`, isCoded ? null : 'answer');
    }
    const id = body.video_id as string;
    while (performance.now() - start < mostWaitMs) {
      await sleep(pollMs);
      const results = await fetch(`${url}/analysis/${id}/results?apiKey=${key}`);
      if (results.status >= 500) return told(`${results.status} of results`, 'answer');
      const { status, reason } = (await results.json()) as {
        readonly status: string;
        readonly reason?: { readonly code: string };
      };
      if (status === 'success') {
        succeeded.add(id);
        return told('success');
      }
      if (status === 'failed') {
        const code = reason?.code ?? 'no code';
        return told(`failed ${code}`, code === 'internal_error' || code === 'no code' ? 'answer' : null);
      }
    }
    return told('not ended', 'hang');
  }

  return {
    send,
    isAlive: async () => child.exitCode === null && child.signalCode === null && (await fetch(`${url}/healthz`)).ok,
    async leftovers() {
      // What is removed is removed right after the outcome is told.
      await sleep(2000);
      const files = ['uploads', 'scratch'].flatMap((name) => filesUnder(join(dataDir, name)));
      const media = existsSync(join(dataDir, 'media')) ? readdirSync(join(dataDir, 'media')) : [];
      const processes = descendants(pid).slice(1);
      return [
        ...files.filter((name) => !name.includes('.lock')).map((name) => `file ${name}`),
        ...filesUnder(temporary).map((name) => `temporary file ${name}`),
        ...media.filter((id) => !succeeded.has(id)).map((id) => `media of ${id}`),
        ...processes.filter((process) => !isAnalysisWorker(process)).map((process) => `process ${process}`),
        ...(processes.length > workers ? [`${processes.length} processes`] : []),
      ];
    },
    async stop() {
      const most = peak.stop();
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
      return most?.pssBytes ?? null;
    },
  };
}

function isAnalysisWorker(pid: number): boolean {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) && readFileSync(path, 'latin1').includes('analysis-worker');
}

const filesUnder = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name);
