import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect } from 'vitest';
import { createPartnerKey } from '../../server/accounts/partner-keys.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import { startWatchedServer } from './start-watched-server.ts';

/** A server on a folder of its own, with one partner's key. */
export interface ApiServer {
  readonly url: string;
  readonly dataDir: string;
  readonly key: string;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port of 127.0.0.1. It runs no analyses unless `workers` is given. Every answer is held against the contract:
 * one that it does not allow becomes a 500, and `stop` rejects.
 */
export async function startApiServer(options: Partial<ServerOptions> = {}): Promise<ApiServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stridelab-api-'));
  const server = await startWatchedServer({ port: 0, dataDir, workers: 0, ...options });
  const { key } = await createPartnerKey(dataDir, 'Acme Running');
  return {
    url: server.url,
    dataDir,
    key,
    stop: async () => {
      await server.close().finally(() => rm(dataDir, { recursive: true, force: true }));
    },
  };
}

/** Sends the start form; values that are bytes go as the file `video`. */
export async function postStart(
  { url, key }: Pick<ApiServer, 'url' | 'key'>,
  fields: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value]), 'run.mp4');
  }
  return fetch(`${url}/analysis/start?apiKey=${key}`, { method: 'POST', body: form });
}

/** The JSON of an answer, checked against its schema and its status. */
export async function bodyOf(response: Response, status: number, schema: TSchema): Promise<unknown> {
  const body: unknown = await response.json();
  expect({ status: response.status, body: JSON.stringify(body) }).toEqual({ status, body: JSON.stringify(body) });
  expect(Value.Errors(schema, body)).toEqual([]);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return body;
}
