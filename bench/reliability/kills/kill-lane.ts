import { setTimeout as sleep } from 'node:timers/promises';
import { uniformAt } from '../../../fixtures/seeded-random.ts';
import { type FaultName, faults, type Scene } from './faults.ts';
import {
  checkCredits,
  checkEnds,
  checkEvents,
  checkFiles,
  checkLogs,
  type LedgerEntry,
  noViolations,
  type PartnerStory,
  type Violations,
} from './invariants.ts';
import type { KilledSystem } from './killed-system.ts';
import { type MoodyReceiver, openMoodyReceiver } from './moody-receiver.ts';
import { type Partner, PartnerClient } from './partner-client.ts';

/** What some rounds on one system came to. */
export interface LaneOutcome {
  readonly rounds: number;
  readonly accepted: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Events that were taken by their receiver. */
  readonly events: number;
  /** How often each fault did harm. */
  readonly harm: ReadonlyMap<FaultName, number>;
  readonly violations: Violations;
}

export interface LaneOptions {
  readonly open: () => Promise<KilledSystem>;
  readonly rounds: number;
  readonly seed: number;
  readonly onRound: () => void;
}

const partnersOfRound = 2;
const creditsGranted = 7;
/** Clips that each partner sends in a round, some more than it has credits for. */
const startsOfPartner = 8;
/** A server that is down is asked again. */
const mostTries = 40;
const faultsOfRound = 3;
const endPatienceMs = 90_000;
const eventPatienceMs = 150_000;

interface Ongoing {
  readonly client: PartnerClient;
  readonly accepted: string[];
  unanswered: number;
}

/**
 * Rounds of load and harm on one system, whose store grows from round to round; then everything is left in peace until it has
 * ended, and the books are checked.
 */
export async function runLane({ open, rounds, seed, onRound }: LaneOptions): Promise<LaneOutcome> {
  const system = await open();
  const receiver = await openMoodyReceiver();
  let drawn = 0;
  const chance = (): number => uniformAt(seed, drawn++);
  const harm = new Map<FaultName, number>();
  const ongoing: Ongoing[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const fresh = await newPartners(system, receiver, `${seed}-${round}`);
      ongoing.push(...fresh);
      await Promise.all([
        ...fresh.map((partner) => sendAll(partner, chance)),
        doHarm({ system, receiver, chance }, harm),
      ]);
      await Promise.all(fresh.map(({ client }) => allEnded(client)));
      onRound();
    }
    return { rounds, harm, ...(await checkAll(system, receiver, ongoing)) };
  } finally {
    await system.stop();
    await receiver.close();
    await system.remove();
  }
}

async function newPartners(system: KilledSystem, receiver: MoodyReceiver, label: string): Promise<Ongoing[]> {
  const partners: Ongoing[] = [];
  for (let index = 0; index < partnersOfRound; index++) {
    const name = `partner ${label}-${index}`;
    const printed = await system.operate([
      'keys',
      'create',
      '--partner',
      name,
      '--credits',
      String(creditsGranted),
      '--json',
    ]);
    const { key } = JSON.parse(printed) as { readonly key: string };
    const partner: Partner = { name, key, granted: creditsGranted };
    const client = new PartnerClient(partner, () => system.url());
    await until(() => client.setWebhook(receiver.url), endPatienceMs);
    const shown = await system.operate(['webhooks', 'secret', '--partner', name, '--json']);
    client.secrets.add((JSON.parse(shown) as { readonly secret: string }).secret);
    partners.push({ client, accepted: [], unanswered: 0 });
  }
  return partners;
}

async function sendAll(partner: Ongoing, chance: () => number): Promise<void> {
  let answered = 0;
  for (let tries = 0; answered < startsOfPartner && tries < mostTries; tries++) {
    await sleep(300 * chance());
    const answer = await partner.client.start();
    if (typeof answer === 'string') partner.accepted.push(answer);
    if (answer === null) partner.unanswered++;
    else answered++;
  }
}

async function doHarm(scene: Scene, harm: Map<FaultName, number>): Promise<void> {
  const names = Object.keys(faults) as FaultName[];
  for (let index = 0; index < faultsOfRound; index++) {
    await sleep(800 * scene.chance());
    const name = names[Math.floor(scene.chance() * names.length)];
    if (name !== undefined && (await faults[name](scene))) harm.set(name, (harm.get(name) ?? 0) + 1);
  }
}

const hasEnded = async (client: PartnerClient): Promise<boolean> =>
  ((await client.list()) ?? [{ id: '', status: 'pending' as const }]).every(
    ({ status }) => status === 'success' || status === 'failed',
  );

const allEnded = (client: PartnerClient): Promise<boolean> => until(() => hasEnded(client), endPatienceMs);

/** @returns Whether it came true in time. */
async function until(isTrue: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const start = performance.now();
  while (performance.now() - start < patienceMs) {
    if (await isTrue()) return true;
    await sleep(150);
  }
  return false;
}

type Checked = Omit<LaneOutcome, 'rounds' | 'harm'>;

async function checkAll(system: KilledSystem, receiver: MoodyReceiver, ongoing: readonly Ongoing[]): Promise<Checked> {
  const violations = noViolations();
  const stories: PartnerStory[] = [];
  for (const { client, accepted, unanswered } of ongoing) {
    const operate = async (what: string): Promise<unknown> =>
      JSON.parse(await system.operate(['credits', what, '--partner', client.partner.name, '--json']));
    const listed = (await client.list()) ?? [];
    const ledger = (await operate('ledger')) as readonly LedgerEntry[];
    const { balance } = (await operate('balance')) as { readonly balance: number };
    stories.push({ client, accepted, unanswered, listed, ledger, balance });
  }
  const all = stories.flatMap(({ listed }) => listed);
  await until(async () => {
    const ended = new Set(
      [...receiver.taken.values()].filter(({ event }) => isFinal(event)).map(({ analysisId }) => analysisId),
    );
    return all.every(({ id }) => ended.has(id));
  }, eventPatienceMs);
  const taken = [...receiver.taken.values()];
  for (const story of stories) {
    checkEnds(story, violations);
    checkCredits(story, violations);
    checkEvents(story, taken, violations);
  }
  await checkAnswers(stories, violations);
  // What is deleted by its age is looked for as often.
  await sleep(2 * system.leftoverAgeMs + 1000);
  violations.other.push(...(await system.stop()));
  violations.other.push(...(await system.storeFaults()));
  await checkFiles(system, stories, violations);
  const secrets = stories.flatMap(({ client }) => [...client.secrets]);
  await checkLogs(system, secrets, violations);
  return {
    accepted: stories.reduce((sum, { accepted }) => sum + accepted.length, 0),
    succeeded: all.filter(({ status }) => status === 'success').length,
    failed: all.filter(({ status }) => status === 'failed').length,
    events: taken.length,
    violations,
  };
}

const isFinal = (event: string): boolean => event === 'analysis.completed' || event === 'analysis.failed';

/** What is said to have ended can be read, pictures and all. */
async function checkAnswers(stories: readonly PartnerStory[], { lost }: Violations): Promise<void> {
  for (const { client, listed } of stories) {
    for (const { id, status } of listed) {
      if (status !== 'success') continue;
      const answer = await client.results(id);
      const isWhole = answer?.status === 200 && answer.media.length > 0 && answer.media.every((code) => code === 200);
      if (!isWhole)
        lost.push(`${id}: results ${answer?.status ?? 'not'} answered, media ${answer?.media.join(', ') ?? ''}`);
    }
  }
}
