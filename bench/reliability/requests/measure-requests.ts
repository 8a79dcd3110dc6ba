import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { openApiYaml } from '../../../server/contract/openapi/openapi-yaml.ts';
import { readDocument } from '../../../server/contract-check/read-document.ts';
import { type OperationEntry, readOperations } from '../../../server/contract-check/read-operations.ts';
import { prepareFuzzWorlds } from '../../../test/fuzz/fuzz-world.ts';
import { problemsOf, problemsOfBytes } from '../../../test/fuzz/problems.ts';
import { rawRequest } from '../../../test/fuzz/raw-request.ts';
import { requestArbitrary } from '../../../test/fuzz/request-arbitrary.ts';
import type { MeasurePart } from '../../report/measure-parts.ts';

export interface RequestResults {
  readonly sent: number;
  /** Of them those that were written to a socket byte by byte, most of which are no HTTP. */
  readonly raw: number;
  readonly operations: number;
  readonly seed: number;
  readonly durationS: number;
  /** Answers of 5xx, and what else a request was answered with that no client should see. */
  readonly faults: readonly string[];
  /** Answers that the contract does not allow. */
  readonly violations: readonly string[];
}

interface Problem {
  readonly request: string;
  readonly problem: string;
}

/** After so many requests comes a server on a fresh folder: lists would grow without an end. */
const perServer = 5000;
const atOnce = 8;
/** Of so many requests one is sent as bare bytes. */
const oneRawIn = 10;

/** Sends made-up requests to servers on a socket of this machine, and holds every answer against the contract. */
export async function measureRequests(
  count: number,
  seed: number,
  progress: Parameters<MeasurePart>[0],
): Promise<RequestResults> {
  const startedMs = performance.now();
  const document = readDocument(openApiYaml('http://127.0.0.1'), 'our contract');
  const operations = [...readOperations(document).values()].flatMap((methods) => [...methods.values()]);
  const worlds = await prepareFuzzWorlds();
  const problems: Problem[] = [];
  const violations: string[] = [];
  let [sent, raw] = [0, 0];
  try {
    while (sent < count) {
      const { world, judge, close } = await worlds.open();
      const here = Math.min(perServer, count - sent);
      const tasks = [
        ...requestsOf(
          operations,
          Math.ceil((here * (oneRawIn - 1)) / oneRawIn / operations.length),
          (operation, runs) =>
            fc
              .sample(requestArbitrary(document, operation, world), { seed: seed + sent, numRuns: runs })
              .map((request) => async (): Promise<Problem[]> => {
                const found = await problemsOf(request, operation, judge);
                const { body, ...rest } = request;
                const shown = JSON.stringify({ ...rest, body: body?.toString('latin1').slice(0, 500) });
                return found.map((problem) => ({ request: shown.replaceAll(world.key, 'KEY'), problem }));
              }),
        ),
      ];
      const bare = fc
        .sample(rawRequest(), { seed: seed + sent, numRuns: Math.ceil(here / oneRawIn) })
        .map((bytes) => async (): Promise<Problem[]> => {
          raw++;
          const found = await problemsOfBytes(bytes, world.url);
          return found.map((problem) => ({ request: JSON.stringify(bytes.toString('latin1').slice(0, 500)), problem }));
        });
      const all = mixed(tasks, bare).slice(0, here);
      await eachOf(all, async (task) => {
        problems.push(...(await task().catch((error: unknown) => [{ request: '?', problem: `no answer: ${error}` }])));
        sent++;
        if (sent % 100 === 0) progress.update((100 * sent) / count, `${sent} requests`);
      });
      await close().catch((error: unknown) => void violations.push(...String(error).split('\n').slice(1)));
      await setImmediate();
    }
  } finally {
    await worlds.close();
  }
  const isFault = ({ problem }: Problem): boolean => /^(HTTP (5|\d\d\d:)|no answer)/.test(problem);
  const told = ({ request, problem }: Problem): string => `${problem} to ${request}`;
  return {
    sent,
    raw,
    operations: operations.length,
    seed,
    durationS: (performance.now() - startedMs) / 1000,
    faults: problems.filter(isFault).map(told),
    violations: [...problems.filter((problem) => !isFault(problem)).map(told), ...violations],
  };
}

type Task = () => Promise<Problem[]>;

const requestsOf = (
  operations: readonly OperationEntry[],
  runs: number,
  make: (operation: OperationEntry, runs: number) => readonly Task[],
): Task[] => {
  const rows = operations.map((operation) => make(operation, runs));
  // One of each operation after the other, so that what one leaves behind meets all others.
  return Array.from({ length: runs }, (_, run) => rows.map((row) => row[run])).flat();
};

/** Strews a few tasks evenly among many. */
function mixed(many: readonly Task[], few: readonly Task[]): Task[] {
  const every = Math.max(1, Math.floor(many.length / Math.max(1, few.length)));
  return [...many.flatMap((task, i) => (i % every === 0 && i / every < few.length ? [few[i / every], task] : [task]))];
}

async function eachOf(tasks: readonly Task[], act: (task: Task) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < tasks.length; at = next++) await act(tasks[at]);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
