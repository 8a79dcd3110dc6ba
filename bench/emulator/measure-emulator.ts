import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgressLine } from '../../server/cli/progress-line.ts';
import { openApiYaml } from '../../server/contract/openapi/openapi-yaml.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { type Ask, formOf, type Rate, rateOf } from './closed-loop.ts';
import { coresCanBeHeld, holdClientCore } from './cores.ts';
import { type MockProgram, type MockServer, prism, startMock, stridelab } from './mock-server.ts';

/** Process start to first answer, milliseconds. */
export type StartTime = Pick<MockServer, 'startMs' | 'startCpuMs'>;

export interface EmulatorRound {
  readonly start: { readonly ours: StartTime; readonly prism: StartTime };
  /** GET …/results. */
  readonly results: { readonly ours: Rate; readonly prism: Rate };
  /** From the start of an analysis to its success. */
  readonly cycles: { readonly onePoll: Rate; readonly ordinary: Rate; readonly everyRunnerNew: Rate };
}

export interface EmulatorTurns {
  readonly rounds: readonly EmulatorRound[];
  /** Whether the server had a core of its own. */
  readonly held: boolean;
  /** Processes that wanted a core in the minute before the load began, others' included. */
  readonly loadAverage: number;
  /** What one answer of results holds, bytes. */
  readonly answerBytes: { readonly ours: number; readonly prism: number };
}

export interface MeasureEmulatorOptions {
  readonly rounds: number;
  /** Of each kind of load. */
  readonly measureMs: number;
  readonly progress: ProgressLine;
}

export const clients = 16;
/** So much goes by with each poll that an analysis has ended at the second one. */
export const onePollMs = 60_000;
const key = 'bench';
const listPath = `/analysis?apiKey=${key}`;
const resultsPath = (id: string): string => `/analysis/${id}/results?apiKey=${key}`;
const anyId = '00000000-0000-4000-8000-000000000000';
/** Prism's first example has no results in it. */
const wholeExample = { prefer: 'example=side_view' };
const clip = sampleClip();

/** Measures the emulator from outside, and Prism with our own OpenAPI document in the same rounds. */
export async function measureEmulator({ rounds, measureMs, progress }: MeasureEmulatorOptions): Promise<EmulatorTurns> {
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-bench-emulator-'));
  const documentPath = join(folder, 'openapi.yaml');
  try {
    await writeFile(documentPath, openApiYaml('http://127.0.0.1'));
    const theirs = prism(documentPath);
    const starts: EmulatorRound['start'][] = [];
    for (let round = 0; round < rounds; round++) {
      progress.update((20 * round) / rounds, `start ${round + 1}`);
      starts.push({ ours: await startOf(stridelab()), prism: await startOf(theirs) });
    }
    const [loadAverage = 0] = loadavg();
    const held = coresCanBeHeld();
    if (held) holdClientCore();
    const answerBytes = { ours: 0, prism: 0 };
    const measured: EmulatorRound[] = [];
    for (const [round, start] of starts.entries()) {
      progress.update(20 + (80 * round) / rounds, `load ${round + 1}`);
      const load = { clients, warmUpMs: measureMs, measureMs };
      const poll = (path: string, who: keyof typeof answerBytes) => async (ask: Ask) => {
        answerBytes[who] = Buffer.byteLength(await ask(path, [200], { headers: who === 'prism' ? wholeExample : {} }));
      };
      const results = {
        ours: await serving(stridelab(), held, async ({ url, cpuMs }) => {
          const path = resultsPath(await finishedAnalysis(url));
          return rateOf({ ...load, url, cpuMs, act: poll(path, 'ours') });
        }),
        prism: await serving(theirs, held, ({ url, cpuMs }) =>
          rateOf({ ...load, url, cpuMs, act: poll(resultsPath(anyId), 'prism') }),
        ),
      };
      const cycles = {
        onePoll: await serving(stridelab('--poll-ms', String(onePollMs)), held, ({ url, cpuMs }) =>
          rateOf({ ...load, url, cpuMs, act: cycle(() => 1.78) }),
        ),
        ordinary: await serving(stridelab(), held, ({ url, cpuMs }) =>
          rateOf({ ...load, url, cpuMs, act: cycle(() => 1.78) }),
        ),
        everyRunnerNew: await serving(stridelab('--poll-ms', String(onePollMs)), held, ({ url, cpuMs }) =>
          rateOf({ ...load, url, cpuMs, act: cycle((count) => 1.5 + (count % 5000) / 10_000) }),
        ),
      };
      measured.push({ start, results, cycles });
    }
    return { rounds: measured, held, loadAverage, answerBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOf(program: MockProgram): Promise<StartTime> {
  const server = await startMock(program, listPath, false);
  await server.stop();
  return { startMs: server.startMs, startCpuMs: server.startCpuMs };
}

async function serving(
  program: MockProgram,
  held: boolean,
  measure: (server: MockServer) => Promise<Rate>,
): Promise<Rate> {
  const server = await startMock(program, listPath, held);
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** A client that starts an analysis and polls until it has succeeded. @param heightM Of the count-th runner. */
function cycle(heightM: (count: number) => number): (ask: Ask) => Promise<void> {
  let count = 0;
  return async (ask) => {
    const fields = { height: heightM(count++).toFixed(4), treadmill: 'true', pace: '05:30' };
    const form = formOf(fields, { name: 'video', fileName: 'run.mp4', content: clip });
    const { video_id: id } = JSON.parse(await ask(`/analysis/start?apiKey=${key}`, [202], { form })) as {
      readonly video_id: string;
    };
    for (let poll = 0; poll < 20; poll++) {
      const { status } = JSON.parse(await ask(resultsPath(id), [200, 202])) as { readonly status: string };
      if (status === 'success') return;
    }
    throw new Error(`${id} does not end`);
  };
}

async function finishedAnalysis(url: string): Promise<string> {
  const form = new FormData();
  form.set('video', new Blob([clip]), 'run.mp4');
  form.set('height', '1.78');
  const started = await fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
  const { video_id: id } = (await started.json()) as { readonly video_id: string };
  for (let poll = 0; poll < 20; poll++) {
    const response = await fetch(`${url}${resultsPath(id)}`);
    if (((await response.json()) as { readonly status: string }).status === 'success') return id;
  }
  throw new Error(`${id} does not end`);
}
