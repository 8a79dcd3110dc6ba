import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { scenarios } from '../../server/emulator/scenarios/table.ts';
import { startEmulator } from '../../server/emulator/start-emulator.ts';
import { Client, emulated, type Told } from './client.ts';

// The first test of this file has to stay the first: what measures is not loaded yet.
it('finds an instant analysis done at the first poll, the first of a process too', async () => {
  const client = new Client((await emulated()).url, 'a');
  for (let times = 0; times < 3; times++)
    expect((await client.results(await client.started('instant.mp4'))).body.status).toBe('success');
});

it('finds it done on a clock that runs, and in the list', async () => {
  const api = await emulated({ clock: { kind: 'running', rate: 1 }, pollMs: 0 });
  const client = new Client(api.url, 'a');
  for (let times = 0; times < 3; times++) {
    const id = await client.started('instant.mp4', { height: `1.7${times}` });
    expect((await client.ask('/analysis')).body.analyses[0]).toMatchObject({ video_id: id, status: 'success' });
    expect((await client.results(id)).body.status).toBe('success');
  }
});

/** All that a client sees of a scenario that a clip's name or a header chooses, asking every `pauseMs` of outside time. */
async function seen(name: string, pauseMs: number): Promise<string> {
  const api = await startEmulator();
  try {
    const client = new Client(api.url, 'a');
    const shown = async (asked: Promise<Told>): Promise<unknown> => {
      const told = await asked.catch(() => null);
      if (pauseMs > 0) await sleep(pauseMs);
      if (told === null) return 'no answer';
      return [told.status, [...told.headers], told.text.replaceAll(api.url, '')];
    };
    await client.send('/webhook', { url: 'https://client.example.com/hook', enabled: true }, 'PUT');
    const rows = [await shown(client.start(`${name}.mp4`, { notify_via_webhook: 'true' }))];
    const [{ video_id: id } = { video_id: 'none' }] = (await client.ask('/analysis')).body.analyses;
    for (let poll = 0; poll < 4; poll++) rows.push(await shown(client.results(id)));
    rows.push(await shown(client.ask(`/analysis/${id}/results/calculated_data`)));
    for (let times = 0; times < 3; times++)
      rows.push(await shown(client.ask('/analysis', { headers: { 'stridelab-scenario': name } })));
    await api.advance(3_600_000);
    const { journal } = api;
    return JSON.stringify([
      rows,
      await shown(client.results(id)),
      journal.requests({}, 'a'),
      journal.deliveries({}, 'a'),
    ]);
  } finally {
    await api.close();
  }
}

it.each(scenarios.map(({ name }) => name.replace(/N$/, '2')))(
  'shows the same bytes of %s to whoever asks at once and to whoever takes his time',
  async (name) => expect(await seen(name, 10)).toBe(await seen(name, 0)),
);
