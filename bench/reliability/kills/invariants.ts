import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KilledSystem } from './killed-system.ts';
import type { ReceivedEvent } from './moody-receiver.ts';
import type { Listed, PartnerClient } from './partner-client.ts';

/** What a partner did and what was there in the end. */
export interface PartnerStory {
  readonly client: PartnerClient;
  /** Analyses that were answered 202. */
  readonly accepted: readonly string[];
  /** Starts that got no answer: these may have been accepted or not. */
  readonly unanswered: number;
  readonly listed: readonly Listed[];
  readonly ledger: readonly LedgerEntry[];
  readonly balance: number;
}

export interface LedgerEntry {
  readonly kind: 'granted' | 'taken' | 'returned';
  readonly amount: number;
  readonly balance: number;
  readonly analysis_id: string | null;
}

/** What went wrong, each a sentence; nothing when all is well. */
export interface Violations {
  readonly lost: string[];
  readonly double: string[];
  readonly credits: string[];
  readonly events: string[];
  readonly leftovers: string[];
  readonly secrets: string[];
  readonly other: string[];
}

export const noViolations = (): Violations => ({
  lost: [],
  double: [],
  credits: [],
  events: [],
  leftovers: [],
  secrets: [],
  other: [],
});

/** Every accepted analysis is there and has ended; what nobody was told of is at most what was not answered. */
export function checkEnds({ client, accepted, unanswered, listed }: PartnerStory, found: Violations): void {
  const { name } = client.partner;
  const statusOf = new Map(listed.map(({ id, status }) => [id, status]));
  for (const id of accepted) if (!statusOf.has(id)) found.lost.push(`${name}: ${id} was accepted and is gone`);
  for (const { id, status } of listed) {
    if (status !== 'success' && status !== 'failed') found.lost.push(`${name}: ${id} is ${status} for ever`);
  }
  const told = new Set(accepted);
  const untold = listed.filter(({ id }) => !told.has(id)).length;
  if (untold > unanswered) found.double.push(`${name}: ${untold} analyses that nobody asked for`);
  if (statusOf.size !== listed.length) found.double.push(`${name}: an analysis is listed twice`);
  for (const fault of client.faults) found.other.push(`${name}: ${fault}`);
}

/** One credit is taken for each analysis and given back once if it failed; the books add up at every line. */
export function checkCredits({ client, listed, ledger, balance }: PartnerStory, found: Violations): void {
  const { name } = client.partner;
  let sum = 0;
  for (const { kind, amount, balance: stated } of ledger) {
    sum += kind === 'taken' ? -amount : amount;
    if (sum !== stated || sum < 0) found.credits.push(`${name}: a line says ${stated} where the sum is ${sum}`);
  }
  if (sum !== balance) found.credits.push(`${name}: the balance is ${balance}, the ledger adds up to ${sum}`);
  const count = (id: string, kind: LedgerEntry['kind']): number =>
    ledger.filter((entry) => entry.analysis_id === id && entry.kind === kind).length;
  for (const { id, status } of listed) {
    if (count(id, 'taken') !== 1) found.credits.push(`${name}: ${id} took ${count(id, 'taken')} credits`);
    const returned = status === 'failed' ? 1 : 0;
    if (count(id, 'returned') !== returned)
      found.credits.push(`${name}: ${id}, ${status}, returned ${count(id, 'returned')}`);
  }
  const known = new Set(listed.map(({ id }) => id));
  for (const { analysis_id: id } of ledger) {
    if (id !== null && !known.has(id)) found.credits.push(`${name}: a credit for ${id}, which is not there`);
  }
}

const finals = { success: 'analysis.completed', failed: 'analysis.failed' } as const;

/** Of each analysis every event came, in order, and the last one says how it ended, once. */
export function checkEvents(
  { client, listed }: PartnerStory,
  taken: readonly ReceivedEvent[],
  found: Violations,
): void {
  const { name } = client.partner;
  for (const { id, status } of listed) {
    if (status !== 'success' && status !== 'failed') continue;
    const events = taken.filter(({ analysisId }) => analysisId === id);
    const sequences = events.map(({ sequence }) => sequence);
    const [first = Number.NaN] = sequences;
    if (sequences.some((sequence, index) => sequence !== first + index) || first !== 1) {
      found.events.push(`${name}: ${id} told its events as ${sequences.join(', ')}`);
    }
    const ends = events.filter(({ event }) => Object.values<string>(finals).includes(event));
    if (ends.length > 1) found.double.push(`${name}: ${id} ended ${ends.length} times`);
    if (ends.length === 0) found.events.push(`${name}: nobody was told that ${id} ended`);
    if (ends.some(({ event }) => event !== finals[status]))
      found.double.push(`${name}: ${id} is ${status}, told otherwise`);
    if (ends.length === 1 && events.at(-1) !== ends[0]) found.events.push(`${name}: ${id} told more after its end`);
  }
}

/** Files of one finished analysis. */
const filesOfAnalysis = 3;

/** No upload is left, and exactly the finished analyses have their files. */
export async function checkFiles(
  system: KilledSystem,
  stories: readonly PartnerStory[],
  found: Violations,
): Promise<void> {
  const finished = new Set(
    stories.flatMap(({ listed }) => listed.filter(({ status }) => status === 'success').map(({ id }) => id)),
  );
  for (const name of await readdir(system.uploadsDir)) found.leftovers.push(`upload ${name}`);
  const scratch = await readdir(system.scratchDir, { recursive: true, withFileTypes: true });
  for (const entry of scratch) if (entry.isFile()) found.leftovers.push(`scratch ${entry.parentPath}/${entry.name}`);
  for (const id of await readdir(system.mediaDir)) {
    if (!finished.has(id)) found.leftovers.push(`pictures of ${id}`);
  }
  for (const id of finished) {
    const entries = await readdir(join(system.mediaDir, id), { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile());
    if (files.length < filesOfAnalysis) found.lost.push(`${id}: ${files.length} files of ${filesOfAnalysis}`);
    if (files.length > filesOfAnalysis) found.leftovers.push(`${id}: ${files.map(({ name }) => name).join(', ')}`);
  }
}

/** Nothing that opens a door is in a log. */
export async function checkLogs(system: KilledSystem, secrets: readonly string[], found: Violations): Promise<void> {
  for (const path of system.logPaths) {
    const text = await readFile(path, 'utf8');
    for (const secret of secrets) if (text.includes(secret)) found.secrets.push(`${secret.slice(0, 8)}… in ${path}`);
  }
}
