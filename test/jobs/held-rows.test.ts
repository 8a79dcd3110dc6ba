import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openDataDir } from '../../server/store/data-dir.ts';
import { openStores } from '../../server/store/open-stores.ts';
import { newAnalysis } from '../stores/new-analysis.ts';
import { emptySchema, sharedPostgres } from '../support/shared-postgres.ts';
import { tempDir } from '../support/temp-dir.ts';

const postgres = await sharedPostgres();

it.skipIf(postgres === null)(
  'what a machine holds that is gone in the midst of a write is soon free',
  async () => {
    const options = {
      dir: openDataDir(tempDir()),
      databaseUrl: await emptySchema(postgres ?? ''),
      postgres: { idleMs: 500 },
    };
    const gone = await openStores(options);
    const other = await openStores(options);
    onTestFinished(async () => {
      await gone.close();
      await other.close();
    });
    const { partnerId } = await gone.accounts.createKey({ partner: 'Acme', label: null, credits: null }, 1);
    await gone.analyses.add(newAnalysis('a', partnerId));
    await gone.analyses.take('a', 2);
    let holds = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      holds = resolve;
    });
    const cutOff = gone.database.transaction(async (connection) => {
      await connection.query('SELECT id FROM analyses FOR UPDATE');
      holds();
      await sleep(5000);
    });
    const fault = expect(cutOff).rejects.toThrow();
    await held;
    const beganMs = performance.now();
    const lost = { most: 3, reason: { code: 'interrupted_too_often', message: '' } };
    expect(await other.analyses.take('a', 3, lost)).toMatchObject({ attempt: 2 });
    expect(performance.now() - beganMs).toBeLessThan(4000);
    await fault;
  },
  30_000,
);
