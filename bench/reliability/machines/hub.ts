import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPartnerKey } from '../../../server/accounts/partner-keys.ts';
import { openDataDir } from '../../../server/store/data-dir.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import type { SqlDatabase } from '../../../server/store/sql-database.ts';
import { startPostgres } from '../../../test/support/postgres-server.ts';
import { smallClip } from '../../../test/support/small-clip.ts';
import { Machine } from './machine.ts';
import type { MachineRole } from './machine-entry.ts';
import { addressOf, hubAddress, MachineNetwork } from './machine-network.ts';
import type { MachinesPlan, MachinesResult, Takeover, Throughput } from './machines-result.ts';

// The machine in the middle: the database, and those who ask. It is started in its own network namespace.
const apis = 2;
const workers = 4;
const uploadsAtATime = 4;
const usualLeaseMs = 30_000;
const patienceMs = 300_000;

interface Start {
  readonly prefix: string;
  readonly plan: MachinesPlan;
}

/** What is there while it is measured. */
interface Site {
  readonly network: MachineNetwork;
  readonly database: SqlDatabase;
  readonly role: Pick<MachineRole, 'databaseUrl' | 'dataDir'>;
  readonly key: string;
  readonly clip: Uint8Array<ArrayBuffer>;
  /** Every process that was started, to be ended whatever happens. */
  readonly started: Machine[];
}

const { prefix, plan } = JSON.parse(process.argv[2] ?? '') as Start;
// What is waited for does not all keep a process alive.
const alive = setInterval(() => undefined, 60_000);
process.stdout.write(`${JSON.stringify(await measure())}\n`);
clearInterval(alive);

async function measure(): Promise<MachinesResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stridelab-machines-'));
  const postgres = await startPostgres({ listen: { host: hubAddress, port: 5432 } });
  const databaseUrl = `postgres://stridelab@${hubAddress}:5432/postgres`;
  const database = await openDatabase(openDataDir(dataDir), databaseUrl);
  const started: Machine[] = [];
  try {
    const { key } = await createPartnerKey(databaseUrl, 'Acme');
    const network = new MachineNetwork(prefix, apis + workers);
    const clip = await smallClip(30, 30);
    return await measureAt({ network, database, role: { databaseUrl, dataDir }, key, clip, started });
  } finally {
    await Promise.all(started.map((machine) => machine.close()));
    await database.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureAt(site: Site): Promise<MachinesResult> {
  const servers = Array.from({ length: apis }, (_, api) => machineOn(site, api, 'api', usualLeaseMs, 0));
  await Promise.all(servers.map((server) => server.ready()));
  const single = await throughput(site, 1);
  const many = await throughput(site, workers);
  const takeovers: Takeover[] = [];
  for (const leaseMs of new Set(plan.leasesMs))
    takeovers.push(...(await cutWorkers(site, leaseMs, plan.leasesMs.filter((each) => each === leaseMs).length)));
  return { analysisMs: plan.analysisMs, single, many, takeovers };
}

function machineOn(
  { network, role, started }: Site,
  machine: number,
  what: MachineRole['role'],
  leaseMs: number,
  analysisMs: number,
): Machine {
  const told = { ...role, role: what, host: addressOf(machine), leaseMs };
  const process = new Machine(network.nameOf(machine), told, analysisMs);
  started.push(process);
  return process;
}

/** Puts analyses to wait at every server in turn, has workers run them, and counts the ends while all workers are at work. */
async function throughput(site: Site, count: number): Promise<Throughput> {
  const ids = await startAnalyses(site, count * plan.perWorker);
  const machines = Array.from({ length: count }, (_, worker) =>
    machineOn(site, apis + worker, 'worker', usualLeaseMs, plan.analysisMs),
  );
  await Promise.all(ids.map((id) => ended(site, id)));
  await Promise.all(machines.map((machine) => machine.close()));
  const begins = machines.map(({ lines }) =>
    lines.filter(({ msg }) => msg === 'analysis began').map(({ atMs }) => atMs),
  );
  const fromMs = Math.max(...begins.map((ofOne) => Math.min(...ofOne)));
  const untilMs = Math.max(...begins.flat());
  const [{ analyses }] = await site.database.query<{ readonly analyses: number }>(
    `SELECT COUNT(*) AS analyses FROM analyses WHERE finished_at > ? AND finished_at <= ? AND id IN (${ids.map(() => '?').join(', ')})`,
    fromMs,
    untilMs,
    ...ids,
  );
  return { workers: count, analyses, ms: untilMs - fromMs };
}

/** Pulls the cable of whichever worker runs an analysis, so often. */
async function cutWorkers(site: Site, leaseMs: number, times: number): Promise<Takeover[]> {
  const analysisMs = 1.5 * leaseMs;
  const machines = Array.from({ length: workers }, (_, worker) =>
    machineOn(site, apis + worker, 'worker', leaseMs, analysisMs),
  );
  await Promise.all(machines.map((machine) => machine.ready()));
  const takeovers: Takeover[] = [];
  for (let time = 0; time < times; time++) {
    // At another moment between two heartbeats each time.
    const afterMs = 200 + ((time + 0.5) / times) * (leaseMs / 4);
    takeovers.push(await cutOne(site, machines, leaseMs, afterMs));
  }
  await Promise.all(machines.map((machine) => machine.close()));
  return takeovers;
}

async function cutOne(site: Site, machines: readonly Machine[], leaseMs: number, afterMs: number): Promise<Takeover> {
  const [id] = await startAnalyses(site, 1);
  const begins = (attempt: number) =>
    Promise.any(
      machines.map(async (machine, worker) => {
        const line = await machine.said(
          ({ msg, analysis, attempt: its }) => msg === 'analysis began' && analysis === id && its === attempt,
        );
        return { worker, atMs: line.atMs };
      }),
    );
  const first = await begins(1);
  await sleep(afterMs);
  site.network.cut(apis + first.worker);
  const cutMs = Date.now();
  const second = await begins(2);
  await sleep(leaseMs);
  site.network.heal(apis + first.worker);
  const end = await ended(site, id);
  const refused = await machines[first.worker].said(
    ({ msg, analysis, attempt }) => msg === 'analysis ended' && analysis === id && attempt === 1,
  );
  const isClean = end.status === 'success' && end.attempt === 2 && refused.end === 'taken over';
  const outcome = `${end.status} by run ${end.attempt}, run 1 ${refused.end}`;
  return { leaseMs, tookMs: second.atMs - cutMs, isClean, outcome };
}

interface End {
  readonly status: string;
  readonly attempt: number;
}

async function ended({ database }: Site, id: string): Promise<End> {
  for (const endMs = Date.now() + patienceMs; Date.now() < endMs; await sleep(100)) {
    const [row] = await database.query<End>(
      `SELECT status, attempt FROM analyses WHERE id = ? AND status IN ('success', 'failed')`,
      id,
    );
    if (row !== undefined) return row;
  }
  throw new Error(`the analysis ${id} did not end`);
}

async function startAnalyses({ key, clip }: Site, count: number): Promise<string[]> {
  const ids: string[] = [];
  let sent = 0;
  const send = async (): Promise<void> => {
    while (sent < count) {
      const api = sent++ % apis;
      const form = new FormData();
      form.append('video', new Blob([clip]), 'run.mp4');
      const url = `http://${addressOf(api)}:8080/analysis/start?apiKey=${key}`;
      const answer = await fetch(url, { method: 'POST', body: form });
      if (answer.status !== 202) throw new Error(`a start was answered ${answer.status}: ${await answer.text()}`);
      ids.push(((await answer.json()) as { readonly video_id: string }).video_id);
    }
  };
  await Promise.all(Array.from({ length: uploadsAtATime }, send));
  return ids;
}
