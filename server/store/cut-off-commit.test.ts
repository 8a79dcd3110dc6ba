import { connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { allListed } from '../../test/stores/all-listed.ts';
import { newAnalysis } from '../../test/stores/new-analysis.ts';
import { addPartner } from '../../test/support/add-partner.ts';
import { emptySchema, sharedPostgres } from '../../test/support/shared-postgres.ts';
import { openPostgres } from './postgres-database.ts';
import { SqlAnalysisStore } from './sql-analysis-store.ts';
import { SqlCreditLedger } from './sql-credit-ledger.ts';
import { OutcomeUnknownError } from './sql-database.ts';

const postgres = await sharedPostgres();

/** A way to the database that hands on the next COMMIT, or keeps it, and breaks every connection before it is answered. */
async function breakingWay(url: string): Promise<{ readonly url: string; breakAtCommit(handOn: boolean): void }> {
  let atCommit: 'pass' | 'hand on' | 'keep' = 'pass';
  const sockets = new Set<Socket>();
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const path = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`;
  const server = createServer((near) => {
    const far = connect(path);
    sockets.add(near);
    for (const socket of [near, far]) {
      socket.on('error', () => undefined);
      socket.on('close', () => [near, far].map((other) => other.destroy()));
    }
    far.on('data', (bytes) => near.write(bytes));
    near.on('data', (bytes) => {
      if (atCommit === 'pass' || !bytes.includes('COMMIT')) {
        far.write(bytes);
        return;
      }
      if (atCommit === 'hand on') far.write(bytes);
      far.removeAllListeners('data');
      // The server has its time to commit.
      setTimeout(breakAll, atCommit === 'hand on' ? 300 : 0);
      atCommit = 'pass';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    breakAll();
    server.close();
  });
  const address = server.address();
  const through = new URL(url);
  through.searchParams.delete('host');
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: through.href.replaceAll('+', '%20'),
    breakAtCommit(handOn) {
      atCommit = handOn ? 'hand on' : 'keep';
    },
  };
}

it.skipIf(postgres === null)('finds out what became of an analysis whose commit was never answered', async () => {
  const way = await breakingWay(await emptySchema(postgres ?? ''));
  const database = await openPostgres(way.url);
  onTestFinished(() => database.close());
  const partnerId = await addPartner(database);
  const credits = new SqlCreditLedger(database);
  await credits.grant(partnerId, { amount: 5, note: null }, 1);
  const analyses = new SqlAnalysisStore(database);

  way.breakAtCommit(true);
  expect(await analyses.add(newAnalysis('kept', partnerId))).toBe('added');
  way.breakAtCommit(false);
  await expect(analyses.add(newAnalysis('lost', partnerId))).rejects.toBeInstanceOf(OutcomeUnknownError);

  expect((await allListed(analyses, partnerId)).map(({ id }) => id)).toEqual(['kept']);
  expect(await credits.balance(partnerId)).toMatchObject({ taken: 1, balance: 4 });
});
