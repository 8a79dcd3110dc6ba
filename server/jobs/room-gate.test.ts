import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunEnd } from './analysis-runs.ts';
import { RoomGate } from './room-gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const full = new Error('ENOSPC');
const logger = { warn: () => undefined, error: () => undefined };

function newGate(freeBytes = async (): Promise<number> => 1e12) {
  const gate = new RoomGate({ freeBytes, logger });
  const states: string[] = [];
  gate.onChange((state) => states.push(state));
  return { gate, states, pass: (end: RunEnd | null) => gate.pass(async () => end) };
}

it('tries one analysis after a while, and lets the others follow once it has ended', async () => {
  const { gate, states, pass } = newGate();
  expect(await pass('ended')).toBe('ended');
  gate.failed(full, {});
  expect(await pass('ended')).toBe('shut');
  await vi.advanceTimersByTimeAsync(1000);
  let end = (_end: RunEnd): void => undefined;
  const trial = gate.pass(() => new Promise<RunEnd>((resolve) => (end = resolve)));
  expect(await pass('ended')).toBe('shut');
  expect(gate.fault()).toBe(full);
  end('ended');
  expect(await trial).toBe('ended');
  expect(gate.fault()).toBeNull();
  expect(await Promise.all([pass('ended'), pass(null)])).toEqual(['ended', null]);
  expect(states).toEqual(['shut', 'trial', 'open']);
});

it('tries another where none was there to try, or it did not come to its end', async () => {
  const { gate, pass } = newGate();
  gate.failed(full, {});
  await vi.advanceTimersByTimeAsync(1000);
  for (const end of [null, 'taken over', 'handed back'] as const) expect(await pass(end)).toBe(end);
  await expect(gate.pass(() => Promise.reject(new Error('store')))).rejects.toThrow('store');
  expect(gate.fault()).toBe(full);
  expect(await pass('ended')).toBe('ended');
  expect(gate.fault()).toBeNull();
});

it('is amiss no longer once there may be room and none waits to be tried, who would find out', async () => {
  const { gate, pass } = newGate();
  gate.failed(full, {});
  gate.noneWaits();
  expect(gate.fault()).toBe(full);
  await vi.advanceTimersByTimeAsync(1000);
  gate.noneWaits();
  expect(gate.fault()).toBeNull();
  await gate.pass(async () => {
    gate.failed(full, {});
    return 'handed back';
  });
  expect(gate.fault()).toBe(full);
  expect(await pass('ended')).toBe('shut');
});

it('waits twice as long each time, up to a minute, and tries nothing where too little is free', async () => {
  let free = 1e12;
  const { gate, states } = newGate(async () => free);
  const findNone = () =>
    gate.pass(async () => {
      gate.failed(full, {});
      return 'handed back';
    });
  await findNone();
  for (const waitMs of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
    await vi.advanceTimersByTimeAsync(waitMs - 1);
    expect(states.at(-1)).toBe('shut');
    await vi.advanceTimersByTimeAsync(1);
    expect(states.at(-1)).toBe('trial');
    await findNone();
  }
  free = 1e6;
  await vi.advanceTimersByTimeAsync(300_000);
  expect(states.at(-1)).toBe('shut');
  free = 1e12;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states.at(-1)).toBe('trial');
});
