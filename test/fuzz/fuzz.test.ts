import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiYaml } from '../../server/contract/openapi/openapi-yaml.ts';
import type { OpenApiDocument } from '../../server/contract-check/open-api-document.ts';
import { readDocument } from '../../server/contract-check/read-document.ts';
import { type OperationEntry, readOperations } from '../../server/contract-check/read-operations.ts';
import { ClipLibrary } from '../api/clips/clip-library.ts';
import type { DataDirTarget } from '../api/run/data-dir-target.ts';
import { arrange } from '../api/run/givens.ts';
import { type Judge, openJudge } from '../api/run/judge.ts';
import { startLocalTarget } from '../api/run/local-target.ts';
import { sendRequest } from '../api/run/send-request.ts';
import { finish } from './finish.ts';
import { type FuzzRequest, type FuzzWorld, requestArbitrary } from './request-arbitrary.ts';

/** The same requests every time; another seed or count by the environment. */
const seed = Number(process.env.STRIDELAB_FUZZ_SEED ?? 20_250_320);
const runs = Number(process.env.STRIDELAB_FUZZ_RUNS ?? 3000);

const document: OpenApiDocument = readDocument(openApiYaml('http://127.0.0.1'), 'our contract');
const operations = [...readOperations(document).values()].flatMap((methods) => [...methods.values()]);
const share = Math.ceil(runs / operations.length);

let clips: ClipLibrary;
let target: DataDirTarget;
let world: FuzzWorld;
let judge: Judge;

beforeAll(async () => {
  clips = await ClipLibrary.open();
  target = await startLocalTarget(['idle']);
  judge = await openJudge(target.url);
  const variables = new Map([['KEY', await target.newPartner()]]);
  const things = ['OTHERS', 'FOREIGN', 'ANA', 'EVA', 'IDA', 'UMA', 'WAITING', 'RUNNING', 'FAILED', 'DONE'];
  const givens = [
    'a subject OTHERS',
    'an analysis FOREIGN that waits',
    'a partner',
    'a subject ANA {"name": "Ana"}',
    ...['EVA', 'IDA', 'UMA'].map((name) => `a subject ${name}`),
    'an analysis WAITING with subject_id=$ANA that waits',
    'an analysis RUNNING that is at 42 %',
    'an analysis FAILED that has failed with no_person',
    'an analysis DONE that is at 99 %',
  ].map((text, line) => ({ kind: 'given' as const, line, text }));
  await arrange({ target, readFile: clips.read, judge }, 'fuzz', givens, variables);
  await finish(target.dataDir, variables.get('DONE') ?? '');
  const ids = things.map((name) => variables.get(name) ?? '');
  world = { url: target.url, key: variables.get('KEY') ?? '', ids, clip: await clips.read('clip.mp4') };
});
afterAll(async () => {
  await target.close();
  await clips.close();
});

describe('every request is answered as the document says', () => {
  it.each(operations)('$method $path', { timeout: 600_000 }, async (operation: OperationEntry) => {
    const requests = requestArbitrary(document, operation, world);
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        expect(await problemsOf(request, operation)).toEqual([]);
      }),
      { seed, numRuns: share, endOnFailure: true },
    );
  });
});

it('bytes that are no request are refused, and the server lives on', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rawRequest(), async (bytes) => {
      const answer = await sendBytes(target.url, bytes);
      expect(answer === '' || /^HTTP\/1\.1 [1-4]/.test(answer), answer.slice(0, 200)).toBe(true);
    }),
    { seed, numRuns: share, endOnFailure: true },
  );
  expect((await fetch(`${target.url}/healthz`)).status).toBe(200);
});

/** Requests with something cut off, doubled or exchanged, and plain noise. */
function rawRequest(): fc.Arbitrary<Buffer> {
  const lines = fc.constantFrom(
    `GET /analysis?apiKey=k HTTP/1.1\r\nHost: x\r\n\r\n`,
    `POST /subjects?apiKey=k HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Type: application/json\r\n\r\n{"a":`,
    `POST /analysis/start?apiKey=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    `PUT /webhook?apiKey=k HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}`,
  );
  const bad = fc.oneof(
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom(
      '\r\n',
      '\0',
      'Content-Length: 9\r\n',
      'Transfer-Encoding: gzip\r\n',
      'Host: y\r\n',
      ' ',
      ':',
      'HTTP/9.9',
      `X: ${'x'.repeat(20_000)}\r\n`,
    ),
  );
  const altered = fc.tuple(lines, fc.nat(), fc.nat({ max: 30 }), bad).map(([text, at, length, piece]) => {
    const from = at % text.length;
    return Buffer.from(text.slice(0, from) + piece + text.slice(from + length), 'latin1');
  });
  return fc.oneof(
    { arbitrary: altered, weight: 5 },
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  );
}

const quietMs = 60;

/** What a server says to bytes, until it closes or falls silent. */
function sendBytes(url: string, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const end = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(quietMs, end);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('end', end);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') end();
      else reject(error);
    });
    socket.write(bytes);
  });
}

/** What is wrong with the answer to a request; nothing when all is well. */
async function problemsOf(request: FuzzRequest, operation: OperationEntry): Promise<string[]> {
  const answer = await sendRequest(request);
  const problems = [...judge(request, answer)];
  if (answer.status >= 500) problems.push(`HTTP ${answer.status} ${answer.body.toString()}`);
  const asked = request.method === operation.method && operation.parameters.some(({ name }) => name === 'apiKey');
  const known = answer.status !== 404 && answer.status !== 405 && answer.status !== 400;
  if (asked && known && (answer.status === 401) !== (request.keyed === 'missing'))
    problems.push(`HTTP ${answer.status} with a key that is ${request.keyed}`);
  if (asked && known && (answer.status === 403) !== (request.keyed === 'wrong'))
    problems.push(`HTTP ${answer.status} with a key that is ${request.keyed}`);
  return problems;
}
