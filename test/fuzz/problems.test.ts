import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { OperationEntry } from '../../server/contract-check/read-operations.ts';
import { securityHeaders } from '../../server/http/security-headers.ts';
import { problemsOf } from './problems.ts';
import type { FuzzRequest } from './request-arbitrary.ts';

const operation: OperationEntry = {
  method: 'GET',
  path: '/subjects/{subject_id}',
  parameters: [{ in: 'query', name: 'apiKey', required: true, schema: {} }],
  body: null,
  answers: new Map(),
  decisions: [],
};

/** What is found of a server that looks an id up, and finds nothing, before it asks for a key. */
async function found(path: string, request: Partial<FuzzRequest>): Promise<string[]> {
  const server = createServer((_, response) => {
    response.writeHead(404, securityHeaders).end('{}');
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return problemsOf({ method: 'GET', headers: [], body: null, keyed: 'missing', ...request, url }, operation, () => []);
}

const id = '3f2b8a52-0000-4000-8000-000000000000';

it('finds a route that looks an id up before the key', async () => {
  expect(await found(`/subjects/${id}`, {})).toEqual(['HTTP 404 with a key that is missing']);
  expect(await found(`/subjects/${id}/?apiKey=x`, { keyed: 'wrong' })).toEqual(['HTTP 404 with a key that is wrong']);
  expect(await found(`/subjects/${id}?apiKey=x`, { keyed: 'right' })).toEqual([]);
});

it('lets what is wrong otherwise be refused for that', async () => {
  expect(await found('/subjects/%zz', {})).toEqual([]);
  expect(await found(`/subjects/${id}/x`, {})).toEqual([]);
  expect(await found(`/subjects/${id}`, { headers: [['Accept', ';;;']] })).toEqual([]);
  expect(await found(`/subjects/${id}`, { method: 'PATCH' })).toEqual([]);
});
