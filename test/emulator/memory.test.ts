import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import { Client } from './client.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes on the heap that are still held. */
function held(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

it('holds no answer that its journal does not show', async () => {
  const api = await startEmulator();
  onTestFinished(() => api.close());
  const client = new Client(api.url, 'a');
  const id = await client.started('instant.mp4');
  const ask = async (times: number): Promise<number> => {
    let letters = 0;
    for (let i = 0; i < times; i++) letters = (await client.ask(`/analysis/${id}/results/calculated_data`)).text.length;
    return letters;
  };
  await ask(50);
  const before = held();
  const letters = await ask(600);
  expect(letters).toBeGreaterThan(10_000);
  expect(held() - before).toBeLessThan(300 * letters);
  expect(api.journal.requests({ operation: 'getCalculatedData' }, 'a').at(-1)?.answer).toBeNull();
});

it('tells whoever waits that his own filter fails, and answers on', async () => {
  const api = await startEmulator();
  onTestFinished(() => api.close());
  const client = new Client(api.url, 'a');
  const waiting = api.journal.waitForRequest(
    () => {
      throw new Error('a mistake of the suite');
    },
    5000,
    'a',
  );
  const failed = expect(waiting).rejects.toThrow('a mistake of the suite');
  expect((await client.ask('/analysis')).status).toBe(200);
  await failed;
});
