import { expect, it, onTestFinished } from 'vitest';
import { DueQueue } from './due-queue.ts';
import { type ClockMode, EmulatedClock } from './emulated-clock.ts';

const nothing = async (): Promise<void> => undefined;
const frozen: ClockMode = { kind: 'frozen' };

function clockAt(startMs: number, mode: ClockMode): EmulatedClock {
  const clock = new EmulatedClock(startMs, mode);
  onTestFinished(() => clock.close());
  return clock;
}

it('keeps what is due in order, ties as they came, and forgets what was called off', () => {
  const queue = new DueQueue();
  const order: number[] = [];
  const times = Array.from({ length: 500 }, (_, i) => (i * 7919) % 101);
  const callOffs = times.map((atMs, i) => queue.add(atMs, () => void order.push(i)));
  for (const [i, callOff] of callOffs.entries()) if (i % 3 === 0) callOff();
  for (let due = queue.takeDue(1000); due !== null; due = queue.takeDue(1000)) void due.act();
  const expected = times.map((atMs, i) => ({ atMs, i })).filter(({ i }) => i % 3 !== 0);
  expect(order).toEqual(expected.sort((a, b) => a.atMs - b.atMs || a.i - b.i).map(({ i }) => i));
  expect(queue.first()).toBeNull();
});

it('stands still when it is frozen, and has everything happen at its own moment when it is put forward', async () => {
  const clock = clockAt(1000, frozen);
  const seen: number[] = [];
  clock.at(5000, () => void seen.push(clock.now()));
  clock.at(2000, async () => {
    seen.push(clock.now());
    // What is asked for on the way happens on the way too.
    clock.at(3000, () => void seen.push(clock.now()));
  });
  clock.at(9000, () => void seen.push(clock.now()));
  await clock.advance(5000, nothing);
  expect(seen).toEqual([2000, 3000, 5000]);
  expect(clock.now()).toBe(6000);
});

it('waits for what goes on before it puts time further forward', async () => {
  const clock = clockAt(0, frozen);
  const order: string[] = [];
  let underWay: Promise<void> | null = null;
  clock.at(10, () => {
    underWay = new Promise((resolve) => setTimeout(resolve, 20)).then(() => void order.push(`done at ${clock.now()}`));
  });
  clock.at(20, () => void order.push('next'));
  await clock.advance(100, async () => void (await underWay));
  expect(order).toEqual(['done at 10', 'next']);
});

it('takes turns when several put it forward', async () => {
  const clock = clockAt(0, frozen);
  await Promise.all([clock.advance(10, nothing), clock.advance(20, nothing), clock.advance(30, nothing)]);
  expect(clock.now()).toBe(60);
});

it('does at once what is due already', async () => {
  const clock = clockAt(1000, frozen);
  await new Promise<void>((resolve) => clock.at(500, resolve));
});

it('tells of what fails as a warning, and goes on', async () => {
  const warnings: string[] = [];
  const listen = ({ message }: Error): void => void warnings.push(message);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const clock = clockAt(1000, frozen);
  clock.at(500, () => {
    throw new Error('at once');
  });
  clock.at(500, () => Promise.reject(new Error('later')));
  await new Promise<void>((resolve) => clock.at(600, resolve));
  await expect.poll(() => warnings).toEqual(['at once', 'later']);
});

it('lets no timer come between while it is put forward', async () => {
  const clock = clockAt(0, frozen);
  const order: string[] = [];
  clock.at(10, () => {
    // Sets the system's timer, which would find the next one due.
    clock.at(10, () => void order.push('third'));
    order.push('first');
  });
  clock.at(10, () => void order.push('second'));
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    order.push('settled');
  };
  await clock.advance(100, settle);
  expect(order).toEqual(['settled', 'first', 'settled', 'second', 'settled', 'third', 'settled']);
});

it('runs at its rate, stops and goes on', async () => {
  const clock = clockAt(0, { kind: 'running', rate: 1000 });
  await new Promise<void>((resolve) => clock.at(20_000, resolve));
  expect(clock.now()).toBeGreaterThanOrEqual(20_000);
  clock.setMode(frozen);
  const stood = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBe(stood);
  clock.setMode({ kind: 'running', rate: 10_000 });
  await new Promise<void>((resolve) => clock.at(stood + 50_000, resolve));
});
