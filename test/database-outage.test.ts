import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { startCommand } from './support/command-line.ts';
import { NoPostgresError, startPostgres } from './support/postgres-server.ts';
import { tempDir } from './support/temp-dir.ts';

const database = await startPostgres().catch((error: unknown) => {
  if (!(error instanceof NoPostgresError)) throw error;
  console.warn(`skipped: ${error.message}`);
  return null;
});

interface Line {
  readonly msg: string;
  readonly forS?: number;
}

it.skipIf(database === null)(
  'an outage of the database is store_unavailable, and two lines of the log, until it is over',
  async () => {
    onTestFinished(() => database!.stop());
    const flags = [
      '--port',
      '0',
      '--data',
      'data',
      '--workers',
      '0',
      '--database',
      database!.url,
      '--log-level',
      'warn',
    ];
    const server = startCommand(tempDir(), ['serve', ...flags]);
    onTestFinished(() => void server.kill('SIGKILL'));
    const lines: Line[] = [];
    let url = '';
    createInterface(server.stdout!).on('line', (text) => {
      if (text.startsWith('{')) lines.push(JSON.parse(text) as Line);
      else url ||= /API at (\S+)/.exec(text)?.[1] ?? '';
    });
    await expect.poll(() => url, { timeout: 20_000 }).not.toBe('');
    const readiness = async (): Promise<string> => {
      const answer = await fetch(`${url}/readyz`);
      const body = (await answer.json()) as { readonly code?: string };
      return body.code ?? 'ready';
    };
    expect(await readiness()).toBe('ready');
    await database!.kill();
    const reasons = new Set<string>();
    // Longer than a round of everything that asks the store again by itself.
    for (const endMs = Date.now() + 7000; Date.now() < endMs; await sleep(100)) reasons.add(await readiness());
    await database!.start();
    let last = '';
    for (const endMs = Date.now() + 10_000; last !== 'ready' && Date.now() < endMs; await sleep(50)) {
      last = await readiness();
      reasons.add(last);
    }
    expect(last).toBe('ready');
    expect([...reasons].sort()).toEqual(['ready', 'store_unavailable']);
    const told = async (): Promise<string[]> => {
      await readiness();
      return lines.map(({ msg }) => msg).sort();
    };
    await expect
      .poll(told, { timeout: 15_000 })
      .toEqual(['not ready', 'ready again', 'the store fails', 'the store works again']);
    expect(lines.find(({ msg }) => msg === 'the store works again')?.forS).toBeGreaterThan(5);
  },
  90_000,
);
