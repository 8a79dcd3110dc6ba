import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { addressPolicy } from './address-policy.ts';
import { guardedAgent, type Resolve } from './guarded-agent.ts';
import { NameLookups } from './name-lookups.ts';
import { nextAttemptMs } from './retry-schedule.ts';

const address = [{ address: '93.184.216.34', family: 4 }];

/** Lookups that end when they are told to, and a clock that goes on when it is told to. */
function controlled() {
  const waiting: { readonly name: string; end(error?: Error): void }[] = [];
  let clockMs = 0;
  const resolve: Resolve = (name) =>
    new Promise((found, fail) => {
      waiting.push({ name, end: (error) => (error === undefined ? found(address) : fail(error)) });
    });
  const names = new NameLookups(resolve, () => clockMs);
  const end = async (name: string, tookMs: number, error?: Error): Promise<void> => {
    clockMs += tookMs;
    const index = waiting.findIndex((one) => one.name === name);
    waiting.splice(index, 1)[0]?.end(error);
    await sleep(1);
  };
  return {
    find: (name: string) => names.find(name).catch((error: Error) => error.message),
    end,
    pass: (ms: number) => (clockMs += ms),
    asked: () => waiting.map(({ name }) => name),
  };
}

it('asks for a name once at a time, and anew for each who comes later', async () => {
  const { find, end, asked } = controlled();
  const both = [find('a.example'), find('A.example')];
  expect(asked()).toEqual(['a.example']);
  await end('a.example', 5);
  expect(await Promise.all(both)).toEqual([address, address]);
  void find('a.example');
  expect(asked()).toEqual(['a.example']);
});

it.each([
  { kind: 'slow', tookMs: 5000, heldMs: 60_000 },
  { kind: 'quick', tookMs: 5, heldMs: 4000 },
])('holds a $kind failure for $heldMs ms', async ({ tookMs, heldMs }) => {
  const { find, end, pass, asked } = controlled();
  const first = find('dead.example');
  await end('dead.example', tookMs, new Error('ENOTFOUND'));
  expect(await first).toBe('ENOTFOUND');
  pass(heldMs - 1);
  expect(await find('dead.example')).toBe('ENOTFOUND');
  expect(asked()).toEqual([]);
  pass(1);
  void find('dead.example');
  await sleep(1);
  expect(asked()).toEqual(['dead.example']);
});

it('lets go of a quick failure before an event is tried for the first time again', async () => {
  const { find, end, pass, asked } = controlled();
  void find('back.example');
  await end('back.example', 5, new Error('EAI_AGAIN'));
  pass(Number(nextAttemptMs(1, 0, 3_600_000, 0)));
  void find('back.example');
  expect(asked()).toEqual(['back.example']);
});

it('has names that were slow wait for each other, and no other name for them', async () => {
  const { find, end, pass, asked } = controlled();
  for (const name of ['a', 'b', 'c']) {
    void find(name);
    await end(name, 5000, new Error('EAI_AGAIN'));
  }
  pass(120_000);
  for (const name of ['a', 'b', 'c', 'd']) void find(name);
  await sleep(1);
  expect(asked()).toEqual(['a', 'd']);
  await end('a', 1);
  expect(asked()).toEqual(['d', 'b']);
  // It was quick this time.
  void find('a');
  await sleep(1);
  expect(asked()).toEqual(['d', 'b', 'a']);
});

it('lets webhooks go on beside a name whose servers are dead, where the system looks up two at a time', async () => {
  let free = 2;
  const queue: (() => void)[] = [];
  const resolve: Resolve = async (name) => {
    if (free === 0) await new Promise<void>((go) => queue.push(go));
    else free--;
    // Nobody ends a lookup of the system's.
    if (name === 'dead.example') await new Promise(() => undefined);
    free++;
    queue.shift()?.();
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const agent = guardedAgent({ policy: addressPolicy(true, ['127.0.0.1']), timeoutMs: 500, resolve });
  onTestFinished(() => agent.destroy());
  const post = (host: string) =>
    request(`http://${host}:9/`, { dispatcher: agent, signal: AbortSignal.timeout(300) }).catch(
      (error: Error) => error.message,
    );
  await Promise.all(Array.from({ length: 8 }, () => post('dead.example')));
  expect(await post('alive.example')).toContain('ECONNREFUSED');
});
