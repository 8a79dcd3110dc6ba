import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiYaml } from '../../server/contract/openapi/openapi-yaml.ts';
import type { OpenApiDocument } from '../../server/contract-check/open-api-document.ts';
import { readDocument } from '../../server/contract-check/read-document.ts';
import { type OperationEntry, readOperations } from '../../server/contract-check/read-operations.ts';
import { type FuzzWorlds, type OpenFuzzWorld, prepareFuzzWorlds } from './fuzz-world.ts';
import { problemsOf, problemsOfBytes } from './problems.ts';
import { rawRequest } from './raw-request.ts';
import { requestArbitrary } from './request-arbitrary.ts';

/** The same requests every time; another seed or count by the environment. */
const seed = Number(process.env.STRIDELAB_FUZZ_SEED ?? 20_250_320);
const runs = Number(process.env.STRIDELAB_FUZZ_RUNS ?? 3000);

const document: OpenApiDocument = readDocument(openApiYaml('http://127.0.0.1'), 'our contract');
const operations = [...readOperations(document).values()].flatMap((methods) => [...methods.values()]);
const share = Math.ceil(runs / operations.length);

let worlds: FuzzWorlds;
let opened: OpenFuzzWorld;

beforeAll(async () => {
  worlds = await prepareFuzzWorlds();
  opened = await worlds.open();
});
afterAll(async () => {
  await opened.close();
  await worlds.close();
});

describe('every request is answered as the document says', () => {
  it.each(operations)('$method $path', { timeout: 600_000 }, async (operation: OperationEntry) => {
    const { world, judge } = opened;
    await fc.assert(
      fc.asyncProperty(requestArbitrary(document, operation, world), async (request) => {
        expect(await problemsOf(request, operation, judge)).toEqual([]);
      }),
      { seed, numRuns: share, endOnFailure: true },
    );
  });
});

it('bytes that are no request are refused, and the server lives on', { timeout: 600_000 }, async () => {
  const { url } = opened.world;
  await fc.assert(
    fc.asyncProperty(rawRequest(), async (bytes) => {
      expect(await problemsOfBytes(bytes, url)).toEqual([]);
    }),
    { seed, numRuns: share, endOnFailure: true },
  );
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
