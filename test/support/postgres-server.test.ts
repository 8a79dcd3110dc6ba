import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { expect, it } from 'vitest';
import { NoPostgresError, type PostgresServer, startPostgres } from './postgres-server.ts';

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

it.for(['debian', 'package'] as const)(
  'starts a PostgreSQL of its own, and leaves nothing (%s)',
  async (binaries, context) => {
    let server: PostgresServer;
    try {
      server = await startPostgres({ binaries });
    } catch (error) {
      if (!(error instanceof NoPostgresError)) throw error;
      return context.skip(error.message);
    }
    const folder = new URL(server.url).searchParams.get('host') ?? '';
    expect(folder.startsWith(tmpdir())).toBe(true);
    expect(await ask(server.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    await ask(server.url, 'CREATE TABLE kept (id INTEGER)');
    const { pid } = server;
    await server.kill();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await server.start();
    expect(await ask(server.url, 'SELECT COUNT(*) AS n FROM kept')).toEqual([{ n: '0' }]);
    const again = server.pid;
    await server.stop();
    expect(() => process.kill(again, 0)).toThrow('ESRCH');
    expect(existsSync(folder)).toBe(false);
  },
);
