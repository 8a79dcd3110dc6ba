import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type RunPostgresAnswer, runPostgresPath } from './run-postgres.ts';

/** URL of the PostgreSQL that all test files of a run share; null, with the reason printed, where none can run. */
export async function sharedPostgres(): Promise<string | null> {
  const socket = connect(runPostgresPath(inject('runFolder')));
  await once(socket, 'connect');
  const answer = (await json(socket)) as RunPostgresAnswer | { readonly error: string };
  if ('url' in answer) return answer.url;
  if ('error' in answer) throw new Error(answer.error);
  console.warn(`skipped: ${answer.reason}`);
  return null;
}

/** An empty schema in a PostgreSQL. */
export interface EmptySchema {
  readonly url: string;
  drop(): Promise<void>;
}

export async function createSchema(url: string): Promise<EmptySchema> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const tell = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await tell(`CREATE SCHEMA ${name}`);
  const options = encodeURIComponent(`-c search_path=${name}`);
  return {
    url: `${url}${url.includes('?') ? '&' : '?'}options=${options}`,
    drop: () => tell(`DROP SCHEMA ${name} CASCADE`),
  };
}

/** URL of an empty schema in a PostgreSQL, which goes when the test has finished. */
export async function emptySchema(url: string): Promise<string> {
  const schema = await createSchema(url);
  onTestFinished(() => schema.drop());
  return schema.url;
}
