import { builtEntry } from '../../../engine/built-entry.ts';
import { startWorker, type WorkerOptions } from '../../../server/worker.ts';

// The entry of a worker that is killed: the real one, with analyses that are made up. Its options come as JSON.
const [given = '{}'] = process.argv.slice(2);
const worker = await startWorker({
  logLevel: 'info',
  workerEntry: builtEntry(import.meta.url, '../emulated-analyser.js'),
  ...(JSON.parse(given) as WorkerOptions),
});
process.stdout.write('listening at its-queue\n');
process.once('SIGTERM', () => void worker.close());
