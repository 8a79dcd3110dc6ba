import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HostAndPort } from '../config/kinds.ts';
import { type Finding, fail, ok, warn, wordsOf } from './finding.ts';

const gibibyte = 2 ** 30;
/** What one analysis holds at most, with the runtime and its threads. */
const bytesPerAnalysis = 1.5 * gibibyte;
/** Before this version was written no clock can have been right: 2026-01-01. */
const earliestMs = Date.UTC(2026, 0, 1);

/** Cores and memory beside the analyses that run at a time. @param workers Null for the default. */
export function lookAtSize(workers: number | null): Finding[] {
  const cores = availableParallelism();
  const memory = process.constrainedMemory?.() || 0;
  // Without a limit Node.js tells a number beyond all memory, or none.
  const bytes = memory > 0 && memory < totalmem() ? memory : totalmem();
  const many = workers ?? Math.min(8, Math.max(1, cores - 1));
  const size = `${(bytes / gibibyte).toFixed(1)} GiB`;
  return [
    many > cores
      ? warn(
          'cores',
          `${cores}, for ${many} analyses at a time`,
          'Lower `workers`: more than the cores only slow each other.',
        )
      : ok('cores', `${cores}, for ${many} ${many === 1 ? 'analysis' : 'analyses'} at a time`),
    bytes < many * bytesPerAnalysis
      ? warn('memory', `${size}, for ${many} at a time`, 'Lower `workers`, or allow 1.5 GiB for each.')
      : ok('memory', size),
  ];
}

/** Whether time goes forward, and is later than this program. */
export async function lookAtClock(now: () => number): Promise<Finding> {
  const beganMs = now();
  const monotonicMs = performance.now();
  await sleep(100);
  const driftMs = now() - beganMs - (performance.now() - monotonicMs);
  const shown = new Date(beganMs).toISOString();
  if (beganMs < earliestMs) return fail('clock', shown, 'Set the clock; links, leases and webhooks go by it.');
  return Math.abs(driftMs) > 50
    ? warn(
        'clock',
        `${shown}, set by ${Math.round(driftMs)} ms just now`,
        'Let NTP or chrony slew the clock in place of setting it.',
      )
    : ok('clock', shown);
}

/** Whether an address can be listened on; a running server of ours is one reason that it cannot. */
export async function lookAtPort(what: string, { host, port }: HostAndPort): Promise<Finding> {
  const place = `${host}:${port}`;
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, resolve);
    });
    return ok(what, `${place} is free`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return isTaken
      ? warn(what, `${place} is taken`, 'Well if it is the running server; else name another port.')
      : fail(what, `${place}: ${wordsOf(error)}`, 'Name an address of this machine and a port that this user may use.');
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
