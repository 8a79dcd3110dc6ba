import { createServer } from 'node:net';
import { join } from 'node:path';
import { NoPostgresError, type PostgresServer, startPostgres } from './postgres-server.ts';

/** What a test file is told of the run's PostgreSQL. */
export type RunPostgresAnswer = { readonly url: string } | { readonly reason: string };

/** Where test files ask for the run's PostgreSQL. */
export const runPostgresPath = (runFolder: string): string => join(runFolder, 'postgres.sock');

/**
 * Offers one PostgreSQL to all test files of a run; it starts when the first asks.
 *
 * @returns What ends it.
 */
export async function offerPostgres(runFolder: string): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | null = null;
  const answer = async (): Promise<RunPostgresAnswer> => {
    starting ??= startPostgres();
    try {
      return { url: (await starting).url };
    } catch (error) {
      if (error instanceof NoPostgresError) return { reason: error.message };
      throw error;
    }
  };
  const server = createServer((socket) => {
    answer().then(
      (told) => socket.end(JSON.stringify(told)),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(runPostgresPath(runFolder), resolve));
  return async () => {
    server.close();
    await starting?.then(
      (postgres) => postgres.stop(),
      () => undefined,
    );
  };
}
