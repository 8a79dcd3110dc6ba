import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { startPostgres } from '../../test/support/postgres-server.ts';
import { sharedPostgres } from '../../test/support/shared-postgres.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { type DataDir, openDataDir } from './data-dir.ts';
import { openDatabase } from './open-database.ts';

const built = (path: string): string => new URL(`../../dist/server/store/${path}`, import.meta.url).href;

/** Adds analyses as fast as it can, and says each once it is kept. */
const program = `
  import { openDataDir } from '${built('data-dir.js')}';
  import { openDatabase } from '${built('open-database.js')}';
  import { SqlAnalysisStore } from '${built('sql-analysis-store.js')}';
  const [path, url, analysis] = process.argv.slice(1);
  const store = new SqlAnalysisStore(await openDatabase(openDataDir(path), url === '' ? null : url));
  for (let index = 0; ; index++) {
    await store.add({ ...JSON.parse(analysis), id: 'a' + index });
    console.log('a' + index);
  }
`;

interface Writer {
  readonly child: ChildProcess;
  readonly kept: readonly string[];
  /** Waits until so many more have been kept. */
  more(count: number): Promise<void>;
}

async function write(dir: DataDir, url: string | null): Promise<Writer> {
  const database = await openDatabase(dir, url);
  const partnerId = await addPartner(database);
  await database.close();
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, dir.root, url ?? '', JSON.stringify(newAnalysis('', partnerId))],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const kept: string[] = [];
  createInterface(child.stdout).on('line', (line) => kept.push(line));
  const more = async (count: number): Promise<void> => {
    const until = kept.length + count;
    await expect.poll(() => kept.length, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(until);
  };
  return { child, kept, more };
}

async function lostOf(dir: DataDir, url: string | null, kept: readonly string[]): Promise<readonly string[]> {
  const database = await openDatabase(dir, url);
  const there = new Set((await database.query<{ readonly id: string }>('SELECT id FROM analyses')).map(({ id }) => id));
  await database.close();
  return kept.filter((id) => !there.has(id));
}

it('keeps in its file what it said is kept when the process is killed', async () => {
  const dir = openDataDir(tempDir());
  const { child, kept, more } = await write(dir, null);
  await more(100);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await lostOf(dir, null, kept)).toEqual([]);
});

it.skipIf((await sharedPostgres()) === null)(
  'keeps in PostgreSQL what it said is kept when the server is killed, and works on once it is there again',
  async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const dir = openDataDir(tempDir());
    const { child, kept, more } = await write(dir, postgres.url);
    const ended = once(child, 'close');
    await more(100);
    const idle = await openDatabase(dir, postgres.url);
    onTestFinished(() => idle.close());
    expect(await idle.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.kill();
    await ended;
    await postgres.start();
    expect(await lostOf(dir, postgres.url, kept)).toEqual([]);
    // The pool's own connection died with the server; the next use opens another.
    expect(await idle.run('UPDATE partners SET name = ?', 'Acme again')).toBe(1);
  },
);
