import { setTimeout as sleep } from 'node:timers/promises';
import type { ProgressLine } from '../../../server/cli/progress-line.ts';
import { openEmbeddedSystem } from '../kills/embedded-system.ts';
import { openMoodyReceiver } from '../kills/moody-receiver.ts';
import { PartnerClient } from '../kills/partner-client.ts';
import { type ProcessState, stateOf } from './process-state.ts';

/** What a server held through a time of steady load. */
export interface SoakResult {
  readonly minutes: number;
  /** The least that was held in each step: what is needed, without what waits to be collected. */
  readonly steps: readonly ProcessState[];
  readonly stepS: number;
  readonly started: number;
  readonly ended: number;
  readonly polls: number;
  readonly events: number;
  /** Answers that blame the server. */
  readonly faults: readonly string[];
}

export interface SoakOptions {
  readonly minutes: number;
  readonly progress: Pick<ProgressLine, 'update'>;
}

export const stepsOfSoak = 30;
const sampleMs = 500;
/** A clip is sent so often, and each analysis is asked for so often until it has ended. */
const startEveryMs = 1000;
const pollEveryMs = 200;

/** Steady load on one server with its embedded store: clips, polls, results, media and webhooks. */
export async function measureSoak({ minutes, progress }: SoakOptions): Promise<SoakResult> {
  const system = await openEmbeddedSystem({ onSmallDisk: false });
  const receiver = await openMoodyReceiver();
  try {
    const { key } = JSON.parse(await system.operate(['keys', 'create', '--partner', 'Soak', '--json'])) as KeyLine;
    const client = new PartnerClient({ name: 'Soak', key, granted: 0 }, () => system.url());
    await client.setWebhook(receiver.url);
    const [server] = system.victims;
    const pid = server?.pid ?? null;
    if (pid === null) throw new Error('the server is not running');
    const counts = { started: 0, ended: 0, polls: 0 };
    const totalMs = minutes * 60_000;
    const startedAt = performance.now();
    const isOver = (): boolean => performance.now() - startedAt > totalMs;
    const load = steadyLoad(client, counts, isOver);
    const samples: ProcessState[][] = Array.from({ length: stepsOfSoak }, () => []);
    while (!isOver()) {
      const step = Math.min(stepsOfSoak - 1, Math.floor((stepsOfSoak * (performance.now() - startedAt)) / totalMs));
      samples[step]?.push(stateOf(pid));
      progress.update((100 * (performance.now() - startedAt)) / totalMs, `${counts.ended} analyses`);
      await sleep(sampleMs);
    }
    await load;
    return {
      minutes,
      steps: samples.filter((step) => step.length > 0).map(least),
      stepS: totalMs / 1000 / stepsOfSoak,
      ...counts,
      events: receiver.taken.size,
      faults: client.faults,
    };
  } finally {
    await system.stop();
    await receiver.close();
    await system.remove();
  }
}

interface KeyLine {
  readonly key: string;
}

async function steadyLoad(
  client: PartnerClient,
  counts: { started: number; ended: number; polls: number },
  isOver: () => boolean,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  while (!isOver()) {
    const one = followOne(client, counts).finally(() => underWay.delete(one));
    underWay.add(one);
    await sleep(startEveryMs);
  }
  await Promise.all(underWay);
}

/** How often an analysis is asked for before it counts as lost. */
const mostPolls = 600;

async function followOne(
  client: PartnerClient,
  counts: { started: number; ended: number; polls: number },
): Promise<void> {
  const id = await client.start();
  if (typeof id !== 'string') return;
  counts.started++;
  for (let poll = 0; poll < mostPolls; poll++) {
    await sleep(pollEveryMs);
    counts.polls++;
    const answer = await client.results(id);
    const hasFailed = answer?.status === 400;
    if (!hasFailed && (answer?.media.length ?? 0) === 0) continue;
    counts.ended++;
    return;
  }
}

const least = (states: readonly ProcessState[]): ProcessState => ({
  residentMb: Math.min(...states.map(({ residentMb }) => residentMb)),
  handles: Math.min(...states.map(({ handles }) => handles)),
  threads: Math.min(...states.map(({ threads }) => threads)),
});
