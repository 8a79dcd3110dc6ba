import { builtEntry } from '../../../engine/built-entry.ts';
import { interruptSignal } from '../../../server/cli/interrupt.ts';
import { untilAborted } from '../../../server/cli/until-aborted.ts';
import { startServer } from '../../../server/serve.ts';
import { startWorker } from '../../../server/worker.ts';

/** What a process on a machine is told, as JSON. */
export interface MachineRole {
  readonly role: 'api' | 'worker';
  readonly host: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly leaseMs: number;
}

// A server that answers requests alone, or a worker of one analysis at a time, as `stridelab serve --workers 0` and `stridelab worker`
// start them, but with made-up analyses that take `EMULATED_MS`.
const { role, host, ...shared } = JSON.parse(process.argv[2] ?? '') as MachineRole;
const interrupt = interruptSignal();
const options = {
  ...shared,
  logLevel: 'info',
  workerEntry: builtEntry(import.meta.url, '../emulated-analyser.js'),
} as const;
const running =
  role === 'api'
    ? await startServer({ ...options, host, port: 8080, workers: 0 })
    : await startWorker({ ...options, workers: 1 });
process.stdout.write(`${JSON.stringify({ msg: 'ready' })}\n`);
await untilAborted(interrupt.signal);
await running.close();
interrupt.release();
