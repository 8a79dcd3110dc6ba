import { describe, expect, it, onTestFinished } from 'vitest';
import { allListed } from '../../test/stores/all-listed.ts';
import { newAnalysis } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { runProgram } from '../../test/support/run-program.ts';
import { emptySchema, sharedPostgres } from '../../test/support/shared-postgres.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { openDatabase } from './open-database.ts';
import { SqlAnalysisStore } from './sql-analysis-store.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';
import type { SqlDatabase } from './sql-database.ts';

const built = (path: string): string => new URL(`../../dist/server/store/${path}`, import.meta.url).href;
const postgres = await sharedPostgres();

const opening = `
  import { openDataDir } from '${built('data-dir.js')}';
  import { openDatabase } from '${built('open-database.js')}';
  import { SqlAnalysisStore } from '${built('sql-analysis-store.js')}';
  const [path, url, name, analysis] = process.argv.slice(1);
  const database = await openDatabase(openDataDir(path), url === '' ? null : url);
`;

/** Adds analyses and ends every other one as failed, as fast as it can; prints how many were added. */
const working = `${opening}
  const store = new SqlAnalysisStore(database);
  let added = 0;
  for (let index = 0; index < 60; index++) {
    const id = name + index;
    if ((await store.add({ ...JSON.parse(analysis), id })) === 'added') added++;
    const run = index % 2 === 0 ? await store.takeNext(2) : null;
    if (run !== null && !(await store.fail(run, { code: 'no_person', message: '' }, 3))) throw new Error('run lost');
  }
  console.log(added);
  await database.close();
`;

interface Place {
  readonly path: string;
  readonly url: string | null;
  open(): Promise<SqlDatabase>;
}

describe.each(['SQLite', 'PostgreSQL'])('several processes on %s', (name) => {
  const place = async (): Promise<Place> => {
    const path = tempDir();
    const url = name === 'SQLite' ? null : await emptySchema(postgres ?? '');
    const open = async (): Promise<SqlDatabase> => {
      const database = await openDatabase(openDataDir(path), url);
      onTestFinished(() => database.close());
      return database;
    };
    return { path, url, open };
  };

  it.skipIf(name === 'PostgreSQL' && postgres === null)(
    'keep the books while three of them write at once',
    async () => {
      const { path, url, open } = await place();
      const database = await open();
      const partnerId = await addPartner(database);
      const credits = new SqlCreditLedger(database);
      await credits.grant(partnerId, { amount: 40, note: null }, 1);
      const analysis = JSON.stringify(newAnalysis('', partnerId));
      const printed = await Promise.all(
        ['a', 'b', 'c'].map((one) => runProgram(working, path, url ?? '', one, analysis)),
      );
      const total = printed.reduce((sum, count) => sum + Number(count), 0);
      const { granted, taken, returned, balance } = await credits.balance(partnerId);
      expect({ taken, balance }).toEqual({ taken: total, balance: granted - taken + returned });
      expect(total).toBeGreaterThan(40);
      const listed = await allListed(new SqlAnalysisStore(database), partnerId);
      expect(listed).toHaveLength(total);
      expect(listed.filter(({ status }) => status === 'failed')).toHaveLength(returned);
      expect((await credits.entries(partnerId)).every((entry) => entry.balance >= 0)).toBe(true);
    },
  );

  it.skipIf(name === 'PostgreSQL' && postgres === null)('make the store once when all of them find none', async () => {
    const { path, url, open } = await place();
    const program = `${opening} console.log((await database.query('SELECT COUNT(*) AS n FROM analyses'))[0].n); await database.close();`;
    const printed = await Promise.all(Array.from({ length: 4 }, () => runProgram(program, path, url ?? '')));
    expect(printed).toEqual(['0\n', '0\n', '0\n', '0\n']);
    expect(await addPartner(await open())).not.toBe('');
  });
});
