import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { newAnalysis } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { tempDir } from '../../test/support/temp-dir.ts';
import { openDataDir } from './data-dir.ts';
import { openDatabase } from './open-database.ts';
import { SqlAnalysisStore } from './sql-analysis-store.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';

const built = (path: string): string => new URL(`../../dist/server/store/${path}`, import.meta.url).href;

/** Adds analyses and ends every other one as failed, as fast as it can; prints how many were added. */
const program = `
  import { openDataDir } from '${built('data-dir.js')}';
  import { openDatabase } from '${built('open-database.js')}';
  import { SqlAnalysisStore } from '${built('sql-analysis-store.js')}';
  const [path, name, analysis] = process.argv.slice(1);
  const store = new SqlAnalysisStore(await openDatabase(openDataDir(path)));
  let added = 0;
  for (let index = 0; index < 60; index++) {
    const id = name + index;
    if ((await store.add({ ...JSON.parse(analysis), id })) === 'added') added++;
    const run = index % 2 === 0 ? await store.takeNext(2) : null;
    if (run !== null && !(await store.fail(run, { code: 'no_person', message: '' }, 3))) throw new Error('run lost');
  }
  console.log(added);
`;

it('keeps the books while three processes write at once', async () => {
  const path = tempDir();
  const database = await openDatabase(openDataDir(path));
  onTestFinished(() => database.close());
  const partnerId = await addPartner(database);
  const credits = new SqlCreditLedger(database);
  await credits.grant(partnerId, { amount: 40, note: null }, 1);
  const added = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      const args = ['--input-type=module', '-e', program, path, name, JSON.stringify(newAnalysis('', partnerId))];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let printed = '';
      child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
      const [status] = (await once(child, 'close')) as [number | null];
      expect(status).toBe(0);
      return Number(printed);
    }),
  );
  const total = added.reduce((sum, count) => sum + count, 0);
  const { granted, taken, returned, balance } = await credits.balance(partnerId);
  expect({ taken, balance }).toEqual({ taken: total, balance: granted - taken + returned });
  expect(total).toBeGreaterThan(40);
  const listed = await new SqlAnalysisStore(database).listByPartner(partnerId);
  expect(listed).toHaveLength(total);
  expect(listed.filter(({ status }) => status === 'failed')).toHaveLength(returned);
  expect((await credits.entries(partnerId)).every((entry) => entry.balance >= 0)).toBe(true);
});
