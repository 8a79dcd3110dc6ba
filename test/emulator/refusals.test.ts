import { expect, it } from 'vitest';
import { httpErrors } from '../../server/contract/errors.ts';
import { refusals } from '../../server/emulator/scenarios/refusals.ts';
import { Client, emulated } from './client.ts';

const plain = refusals.scenarios.flatMap(({ name, effects }) =>
  typeof effects !== 'function' && effects.refusal !== undefined ? [[name, effects.refusal.error] as const] : [],
);
/** Refusals that a start does not know; they come with a header on the request that knows them. */
const elsewhere: Readonly<Record<string, string>> = {
  'analysis-not-found': '/analysis/0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11/results',
  'results-not-ready': '/analysis/0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11/results/calculated_data',
  'frame-data-not-found': '/analysis/0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11/results/frame_data',
};

it.each(plain)('%s is refused as %s, by name and by header', async (name, error) => {
  const { status, detail, code } = httpErrors[error];
  const body = { detail, ...(code !== null && { code }) };
  const client = new Client((await emulated()).url, 'a');
  const path = elsewhere[name];
  const header = { 'StrideLab-Scenario': name };
  const told =
    path === undefined ? await client.start('run.mp4', {}, header) : await client.ask(path, { headers: header });
  expect(told).toMatchObject({ status, body });
  expect(told.headers.get('stridelab-scenario')).toBe(name);
  if (path !== undefined) return;
  expect(await client.start(`${name}.mp4`)).toMatchObject({ status, body });
  const subject = await client.send('/subjects', { name });
  const bySubject = await client.start('run.mp4', { subject_id: subject.body.subject_id });
  expect(bySubject).toMatchObject({ status, body });
  expect((await client.ask('/analysis')).body).toEqual({ analyses: [] });
});

it('says when to come again, and lets the next one pass', async () => {
  const client = new Client((await emulated()).url, 'a');
  for (let i = 0; i < 2; i++) {
    const told = await client.start('rate-limited-2.mp4');
    expect(told.status).toBe(429);
    expect(told.headers.get('retry-after')).toBe('1');
  }
  expect((await client.start('rate-limited-2.mp4')).status).toBe(202);
  expect((await client.start('rate-limited.mp4')).headers.get('retry-after')).toBe('5');
  expect((await client.start('server-error-1.mp4')).status).toBe(500);
  expect((await client.start('server-error-1.mp4')).status).toBe(202);
});

it('counts for every key by itself', async () => {
  const { url } = await emulated();
  for (const key of ['a', 'b']) expect((await new Client(url, key).start('server-error-1.mp4')).status).toBe(500);
});

it('lets credits run out', async () => {
  const client = new Client((await emulated()).url, 'a');
  expect((await client.start('last-credit.mp4')).status).toBe(202);
  expect((await client.start('run.mp4')).status).toBe(402);
  expect((await client.start('credits-0.mp4')).status).toBe(402);
  expect((await client.start('credits-3.mp4')).status).toBe(202);
  expect((await client.start('run.mp4')).status).toBe(202);
  expect((await client.start('run.mp4')).status).toBe(202);
  expect((await client.start('run.mp4')).status).toBe(402);
});

it('answers what Prefer asks for, and changes nothing', async () => {
  const client = new Client((await emulated()).url, 'a');
  const prefer = (value: string, path = '/analysis/0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11/results') =>
    client.ask(path, { headers: { prefer: value } });
  expect((await prefer('code=404')).body).toEqual({ detail: 'Analysis not found' });
  expect((await prefer('code=202')).body.status).toBe('analyzing');
  expect((await prefer('code=400, example=failed')).body.reason.code).toBe('no_person');
  expect((await prefer('code=200, example=back_view')).body.biomechanical_analysis.analysis_content).toHaveProperty(
    'pronation',
  );
  expect((await prefer('code=429')).headers.get('retry-after')).toBe('5');
  expect((await prefer('code=200;example=side_view')).headers.get('preference-applied')).toBe(
    'code=200, example=side_view',
  );
  const refused = await client.start('run.mp4', {}, { prefer: 'code=402' });
  expect(refused).toMatchObject({ status: 402, body: { code: 'insufficient_credits' } });
  const invalid = await client.start('run.mp4', {}, { prefer: 'code=422, example=centimetres' });
  expect(invalid.body.detail[0].loc).toEqual(['body', 'height']);
  expect((await prefer('code=418')).status).toBe(400);
  expect((await prefer('respond-async')).status).toBe(404);
  expect((await client.ask('/analysis')).body).toEqual({ analyses: [] });
});

it('refuses a scenario in the header that is not in the table', async () => {
  const client = new Client((await emulated()).url, 'a');
  const told = await client.ask('/analysis', { headers: { 'StrideLab-Scenario': 'slwo' } });
  expect(told).toMatchObject({ status: 400, body: { detail: expect.stringContaining('slwo') } });
});
