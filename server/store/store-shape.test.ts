import Database from 'libsql';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { emptySchema, sharedPostgres } from '../../test/support/shared-postgres.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { withNewStores, withStores } from '../accounts/operator-stores.ts';
import { openDataDir } from './data-dir.ts';
import { migrations } from './migrations.ts';
import { openDatabase } from './open-database.ts';
import { inPostgres } from './postgres-migration.ts';

const postgres = await sharedPostgres();
const keys = (place: string) => withStores(place, ({ accounts }) => accounts.listKeys());
const refused = (code: string) => ({
  code,
  detail: expect.stringContaining(`has version 1, this StrideLab’s have ${migrations.length}`),
  advice: expect.stringContaining('Use the version that its server runs'),
});

it('leaves an older store to the server that runs on it, until a newer server starts', async () => {
  const root = tempDir();
  const dir = openDataDir(root);
  const old = new Database(dir.databasePath);
  onTestFinished(() => void old.close());
  old.exec(migrations[0]);
  old.pragma('user_version = 1');
  await expect(keys(root)).rejects.toMatchObject(refused('data_dir_unusable'));
  await expect(withNewStores(root, async () => undefined)).rejects.toMatchObject(refused('data_dir_unusable'));
  expect(old.pragma('user_version')).toEqual([{ user_version: 1 }]);
  await (await openDatabase(dir)).close();
  expect(await keys(root)).toEqual([]);
});

it('makes a new store', async () => {
  const root = tempDir();
  expect(await withNewStores(root, ({ accounts }) => accounts.listKeys())).toEqual([]);
});

it.skipIf(postgres === null)('leaves an older schema of PostgreSQL likewise', async () => {
  const url = await emptySchema(postgres ?? '');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(inPostgres(migrations[0]));
  await client.query('CREATE TABLE schema_version (version BIGINT NOT NULL)');
  await client.query('INSERT INTO schema_version (version) VALUES (1)');
  await expect(keys(url)).rejects.toMatchObject(refused('database_unusable'));
  expect((await client.query('SELECT version FROM schema_version')).rows).toEqual([{ version: '1' }]);
  await (await openDatabase(openDataDir(tempDir()), url)).close();
  expect(await keys(url)).toEqual([]);
});
