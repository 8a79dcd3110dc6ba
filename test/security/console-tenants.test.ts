import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTenantWorld, type Tenant, type TenantWorld } from '../../bench/reliability/tenants/tenant-world.ts';
import { sampleClip } from '../../server/emulator/media/sample-clip.ts';
import { type ConsoleClient, signedIn } from '../support/console-client.ts';
import { type ConsoleRoute, consoleApiRoutes } from '../support/console-routes.ts';

let world: TenantWorld;
let victim: ConsoleClient;
let attacker: ConsoleClient;
let routes: readonly ConsoleRoute[];
beforeAll(async () => {
  world = await openTenantWorld();
  victim = await signedIn(world, 'Vic', 'Victim');
  attacker = await signedIn(world, 'Mallory', 'Attacker');
  routes = await consoleApiRoutes();
}, 120_000);
afterAll(() => world.close());

interface Told {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Asks for something by an id, with a body that is right for every route that takes one. */
async function ask(client: ConsoleClient, { method, path }: ConsoleRoute, id: string): Promise<Told> {
  const asksForForm = method === 'POST' && path === '/analyses';
  const body = { name: 'Renamed', label: 'renamed', subject_id: id, id };
  const {
    status,
    headers,
    body: told,
  } = await client.ask(
    method,
    path.replace(':id', id),
    method === 'GET' ? undefined : asksForForm ? startForm(id) : body,
  );
  const kept = [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return { status, headers: JSON.stringify(kept), body: JSON.stringify(told) };
}

function startForm(subjectId: string): FormData {
  const form = new FormData();
  form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
  form.append('subject_id', subjectId);
  return form;
}

/** Every place of the console that takes an id. */
const taking = (): readonly ConsoleRoute[] => [
  ...routes.filter(({ path }) => path.includes(':id')),
  { method: 'POST', path: '/analyses' },
  { method: 'GET', path: '/analyses?subjectId=:id' },
  { method: 'GET', path: '/analyses?before=:id' },
];

/** What changes by itself, and what never ends: `test/console/events.test.ts` sees to whose the events are. */
const isLeftOut = ({ path }: ConsoleRoute): boolean => path === '/session' || path === '/analyses/events';

/** All that somebody is told of their own. */
async function allOf(client: ConsoleClient, { ids }: Tenant): Promise<string> {
  const told: unknown[] = [];
  for (const { method, path } of routes.filter((route) => route.method === 'GET' && !isLeftOut(route)))
    for (const id of path.includes(':id') ? Object.values(ids) : [''])
      told.push([method, path, id, (await client.ask(method, path.replace(':id', id))).body]);
  return JSON.stringify(told).replace(/\?expires=[^"]*/g, '');
}

const spellings: readonly ((id: string) => string)[] = [(id) => id, (id) => id.toUpperCase()];

it('answers ids of another partner as it answers ids of nothing, byte for byte', { timeout: 120_000 }, async () => {
  const before = await allOf(victim, world.victim);
  let attempts = 0;
  for (const route of taking())
    for (const [kind, foreign] of Object.entries(world.victim.ids))
      for (const spell of spellings) {
        const [told, nothing] = [
          await ask(attacker, route, spell(foreign)),
          await ask(attacker, route, spell(randomUUID())),
        ];
        expect([route, kind, told]).toEqual([route, kind, nothing]);
        attempts++;
      }
  expect(attempts).toBeGreaterThan(150);
  expect(await allOf(victim, world.victim)).toBe(before);
});

it('names nothing of another partner anywhere', { timeout: 60_000 }, async () => {
  const told = await allOf(attacker, world.attacker);
  expect(Object.values(world.victim.ids).filter((id) => told.includes(id))).toEqual([]);
  // And something of its own, so that this says something.
  const own = Object.entries(world.attacker.ids).filter(([kind]) => !['deleted subject', 'partner'].includes(kind));
  expect(own.filter(([, id]) => !told.includes(id))).toEqual([]);
});

it('answers the owner otherwise, wherever an id is taken', { timeout: 60_000 }, async () => {
  const silent: string[] = [];
  // The key of the world is replaced below, before keys are revoked.
  const { body: made } = await victim.ask('POST', '/keys', {});
  const ids = [...Object.values(world.victim.ids), (made as { readonly keyId: string }).keyId];
  // What deletes comes last.
  const inOrder = [...taking()].sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
  for (const route of inOrder) {
    const nothing = await ask(victim, route, randomUUID());
    let isTold = false;
    for (const id of route.path === '/keys/:id/rotate' ? ids.slice(0, -1) : ids) {
      const { status, body } = await ask(victim, route, id);
      isTold ||= status !== nothing.status || (status === 200 && body !== nothing.body);
    }
    if (!isTold) silent.push(`${route.method} ${route.path}`);
  }
  expect(silent).toEqual([]);
});
