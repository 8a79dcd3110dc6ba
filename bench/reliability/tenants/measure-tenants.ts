import { randomUUID } from 'node:crypto';
import type { Operation } from '../../../server/contract/operations/operation.ts';
import { operations } from '../../../server/contract/operations/operations.ts';
import { fileNames, idSlots, type OperationRequest, operationRequest } from './operation-request.ts';
import { openTenantWorld, type Tenant, type TenantWorld } from './tenant-world.ts';

export interface TenantResults {
  readonly operations: number;
  /** Requests with an id of another tenant, each beside one with an id of nothing. */
  readonly attempts: number;
  /** What told one tenant of another; empty when all is well. */
  readonly leaks: readonly string[];
  /** Operations that take an id and answered its owner no otherwise than anybody: their attempts show nothing. */
  readonly withoutControl: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** How an id may be written. */
const spellings: readonly ((id: string) => string)[] = [(id) => id, (id) => id.toUpperCase()];
/** Headers that differ from one answer to the next. */
const ownOfEachAnswer = /^(date|x-request-id)$/;

/** Tries every kind of id of one tenant as another, on every endpoint, and compares with ids that nothing has. */
export async function measureTenants(): Promise<TenantResults> {
  const world = await openTenantWorld();
  try {
    return await tryAll(world);
  } finally {
    await world.close();
  }
}

async function tryAll(world: TenantWorld): Promise<TenantResults> {
  const { victim, attacker } = world;
  const leaks: string[] = [];
  let attempts = 0;
  const before = await allOf(world, victim);
  const strangers = await allOf(world, attacker);
  for (const operation of operations) {
    for (const [kind, foreign] of Object.entries(victim.ids)) {
      for (const [one, other] of pairsOf(operation, attacker, foreign)) {
        attempts++;
        const [told, nothing] = [await send(world.url, one), await send(world.url, other)];
        const where = `${operation.id} with the ${kind} of another`;
        leaks.push(
          ...differences(told, nothing).map((what) => `${where}: ${what} differs from that to an id of nothing`),
        );
        leaks.push(...namesOf(victim, told).map((what) => `${where} tells the ${what}`));
      }
    }
  }
  // Of a tenant's own lists and settings, and of what became of the other's things.
  for (const [what, text] of strangers) {
    leaks.push(...namesOf(victim, { body: text }).map((name) => `${what} tells the ${name} of another`));
  }
  const after = await allOf(world, victim);
  leaks.push(...[...before].filter(([what, text]) => after.get(what) !== text).map(([what]) => `${what} has changed`));
  return { operations: operations.length, attempts, leaks, withoutControl: await uncontrolled(world) };
}

/** Requests with a foreign id, each with its twin that names nothing. */
function* pairsOf(
  operation: Operation,
  { key, links }: Tenant,
  foreign: string,
): Generator<[OperationRequest, OperationRequest]> {
  if (idSlots(operation).length === 0) return;
  const [nothing, files] = [randomUUID(), 'file' in (operation.params?.properties ?? {}) ? fileNames : [fileNames[0]]];
  // A tenant's own signatures, on the path of another.
  const queries = operation.query === undefined ? [undefined] : links.map((link) => link.split('?')[1]);
  for (const spell of spellings)
    for (const file of files)
      for (const query of queries) {
        const parts = { key, file, ...(query !== undefined && { query }) };
        yield [
          operationRequest(operation, { ...parts, id: spell(foreign) }),
          operationRequest(operation, { ...parts, id: spell(nothing) }),
        ];
      }
}

/** Operations whose owner is told no more than anybody. Asked last: some delete what they are given. */
async function uncontrolled({ url, victim }: TenantWorld): Promise<string[]> {
  const told = new Set<string>();
  const taking = operations.filter((operation) => idSlots(operation).length > 0);
  const deleting = taking.filter(({ path }) => path.endsWith('/delete'));
  for (const operation of [...taking.filter((one) => !deleting.includes(one)), ...deleting]) {
    for (const id of Object.values(victim.ids)) {
      const query = operation.query === undefined ? undefined : victim.links[0]?.split('?')[1];
      const parts = { key: victim.key, ...(query !== undefined && { query }) };
      const own = await send(url, operationRequest(operation, { ...parts, id }));
      const nothing = await send(url, operationRequest(operation, { ...parts, id: randomUUID() }));
      if (own.status !== nothing.status) told.add(operation.id);
    }
  }
  return taking.map(({ id }) => id).filter((id) => !told.has(id));
}

/** All that a tenant is told of its own things, without what changes by itself. */
async function allOf({ url }: TenantWorld, { key, ids }: Tenant): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  for (const operation of operations.filter(({ method, open }) => method === 'GET' && open !== true)) {
    for (const [kind, id] of idSlots(operation).length === 0 ? [['own', '']] : Object.entries(ids)) {
      const { status, body } = await send(url, operationRequest(operation, { key, id }));
      told.set(`${operation.id} of the ${kind}`, `${status} ${body.replace(/\?expires=[^"]*/g, '')}`);
    }
  }
  return told;
}

async function send(url: string, { method, path, body, headers }: OperationRequest): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !ownOfEachAnswer.test(name)).join('\n'),
    body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
  };
}

const differences = (one: Answer, other: Answer): string[] =>
  (['status', 'headers', 'body'] as const).filter((part) => one[part] !== other[part]);

/** What of a tenant's own a body names. */
const namesOf = ({ ids, key, links }: Tenant, { body }: Pick<Answer, 'body'>): string[] =>
  Object.entries({ ...ids, 'API key': key, link: links[0] ?? key })
    .filter(([, text]) => body.toLowerCase().includes(text.toLowerCase()))
    .map(([what]) => what);
