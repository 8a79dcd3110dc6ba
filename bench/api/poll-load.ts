import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PollLoad {
  /** Address of the n-th request. */
  readonly urlOf: (index: number) => string;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface PollTimes {
  /**
   * From the moment at which each request was due to the last byte of its answer, milliseconds: an answer that keeps the next
   * request waiting counts in that one too.
   */
  readonly ms: readonly number[];
  /** Answers by their status. */
  readonly statuses: Readonly<Record<number, number>>;
}

/** Sends requests at a steady rate, whether or not the ones before are answered, as many clients do. */
export async function pollLoad({ urlOf, perSecond, seconds }: PollLoad): Promise<PollTimes> {
  const agent = new Agent({ keepAlive: true });
  const ms: number[] = [];
  const statuses: Record<number, number> = {};
  const intervalMs = 1000 / perSecond;
  const count = Math.round(perSecond * seconds);
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const dueMs = start + index * intervalMs;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const answered = statusOf(urlOf(index), agent).then((status) => {
      ms.push(performance.now() - dueMs);
      statuses[status] = (statuses[status] ?? 0) + 1;
    });
    // Told at the end, with all others.
    answered.catch(() => undefined);
    pending.push(answered);
  }
  await Promise.all(pending);
  agent.destroy();
  return { ms, statuses };
}

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
    }).once('error', reject);
  });
}
