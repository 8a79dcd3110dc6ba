import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openDataDir } from '../../server/store/data-dir.ts';
import { openStores } from '../../server/store/open-stores.ts';
import { resultOf, runCommand, startCommand } from '../support/command-line.ts';
import { emptySchema, sharedPostgres } from '../support/shared-postgres.ts';
import { tempDir } from '../support/temp-dir.ts';

const postgres = await sharedPostgres();

it('says what a worker needs', async () => {
  const folder = tempDir();
  const without = await runCommand(folder, 'worker', '--data', 'data');
  expect(without.status).toBe(2);
  expect(without.stderr).toContain('a worker needs the PostgreSQL database of its servers; say --database');
  const unreachable = 'postgres://nobody@127.0.0.1:9/none';
  const idle = await runCommand(folder, 'worker', '--data', 'data', '--database', unreachable, '--workers', '0');
  expect(idle.status).toBe(2);
  const lost = await runCommand(folder, 'worker', '--data', 'data', '--database', unreachable);
  expect(lost.status).toBe(5);
  expect(lost.stderr).toContain('The PostgreSQL database cannot be used');
}, 60_000);

it.skipIf(postgres === null)(
  'works until it is told to stop, and operators’ commands follow the database',
  async () => {
    const folder = tempDir();
    const database = await emptySchema(postgres ?? '');
    const made = await runCommand(folder, 'keys', 'create', '--partner', 'Acme', '--database', database, '--json');
    expect(JSON.parse(made.stdout)).toMatchObject({ partner: 'Acme' });
    const worker = startCommand(folder, ['worker', '--data', 'data', '--database', database, '--workers', '1']);
    const result = resultOf(worker);
    await once(worker.stdout ?? worker, 'data');
    worker.kill('SIGTERM');
    const { status, stdout } = await result;
    expect(status).toBe(0);
    expect(stdout).toContain('StrideLab runs 1 analysis at a time');
    expect(stdout).toContain('Stopping: running analyses go back to the queue.');
    expect(stdout).not.toContain(database);
    const stores = await openStores({ dir: openDataDir(folder), databaseUrl: database });
    expect(await stores.accounts.listKeys()).toHaveLength(1);
    await stores.close();
  },
  60_000,
);
