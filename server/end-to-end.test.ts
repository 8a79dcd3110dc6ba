import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoClip } from '../fixtures/demo-clip.ts';
import { type ApiServer, bodyOf, postStart, startApiServer } from '../test/support/api-server.ts';
import { runCommand } from '../test/support/command-line.ts';
import { requireShared } from '../test/support/shared.ts';
import { sharedDemoClip } from '../test/support/shared-demo-clip.ts';
import { smallClip } from '../test/support/small-clip.ts';
import {
  type BackViewCalculatedDataBody,
  BackViewCalculatedDataSchema,
} from './contract/schemas/back-view-calculated-data.ts';
import { type CalculatedDataBody, CalculatedDataSchema } from './contract/schemas/calculated-data.ts';
import { type FrameBody, FrameDataHeaderSchema, FrameSchema } from './contract/schemas/frame-data.ts';
import {
  AnalyzingSchema,
  BackViewSuccessSchema,
  type FailedBody,
  FailedSchema,
  PendingSchema,
  type SuccessBody,
  SuccessSchema,
} from './contract/schemas/results.ts';
import { type Started, StartedSchema } from './contract/schemas/start.ts';
import { readDetails } from './details/read-details.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await startApiServer({ workers: 1 });
});
afterAll(() => api.stop());

type Fields = Readonly<Record<string, string>>;

async function start(video: Uint8Array<ArrayBuffer>, fields: Fields): Promise<string> {
  const started = await bodyOf(await postStart(api, { video, ...fields }), 202, StartedSchema);
  return (started as Started).video_id;
}

const resultsOf = (id: string): Promise<Response> => fetch(`${api.url}/analysis/${id}/results?apiKey=${api.key}`);

/** Polls as a client does until the analysis has ended; percentages never fall on the way. */
async function ended(id: string): Promise<Response> {
  let highest = 0;
  return vi.waitUntil(
    async () => {
      const response = await resultsOf(id);
      const { status, percentage } = (await response.clone().json()) as { status: string; percentage: number };
      if (status === 'success' || status === 'failed') return response;
      if (status === 'pending') await bodyOf(response, 200, PendingSchema);
      else await bodyOf(response, 202, AnalyzingSchema);
      expect(percentage).toBeGreaterThanOrEqual(highest);
      highest = percentage;
      return false;
    },
    { timeout: 120_000, interval: 200 },
  );
}

async function analyzed(bytes: Uint8Array<ArrayBuffer>, fields: Fields) {
  const id = await start(bytes, fields);
  const results = (await bodyOf(await ended(id), 200, SuccessSchema)) as SuccessBody;
  const response = await fetch(`${api.url}/analysis/${id}/results/calculated_data?apiKey=${api.key}`);
  return { id, results, data: (await bodyOf(response, 200, CalculatedDataSchema)) as CalculatedDataBody };
}

it('analyses a clip of known truth, shows the pictures, and says the same twice', { timeout: 240_000 }, async () => {
  const { path, truth } = await sharedDemoClip();
  const bytes = new Uint8Array(await readFile(path));
  const first = await analyzed(bytes, demoClip);
  const second = await analyzed(bytes, demoClip);
  expect(JSON.stringify(second.data)).toBe(JSON.stringify(first.data));
  expect(second.results.biomechanical_analysis).toEqual(first.results.biomechanical_analysis);

  const cadence = first.data.metrics.step_frequency_steps_per_min ?? Number.NaN;
  expect(Math.abs(cadence - truth.metrics.cadenceSpm)).toBeLessThanOrEqual(1);
  expect(first.data.metrics.pace_min_per_km).toBe(5.3);
  expect(first.data.foot_landing.length).toBeGreaterThan(6);

  const thumbnail = new Uint8Array(await (await fetch(first.results.thumbnail ?? '')).arrayBuffer());
  expect([...thumbnail.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  const video = Buffer.from(await (await fetch(first.results.output_video ?? '')).arrayBuffer());
  expect(video.toString('latin1', 4, 8)).toBe('ftyp');
  expect(readdirSync(join(api.dataDir, 'uploads'))).toEqual([]);
  expect(readdirSync(join(api.dataDir, 'media', first.id, '1')).sort()).toEqual(
    [
      `${first.id}_details.json`,
      `${first.id}_frame_data.ndjson`,
      `${first.id}_poses.ndjson`,
      `${first.id}_thumbnail.jpg`,
      `encoded_analyzed_${first.id}.mp4`,
    ].sort(),
  );
  const kept = readFileSync(join(api.dataDir, 'media', first.id, '1', `${first.id}_details.json`), 'utf8');
  const details = readDetails(JSON.parse(kept));
  expect(details?.metrics.find(({ id }) => id === 'cadence')?.value).toBeCloseTo(cadence, 0);
  const landings = details?.footStrike?.landings ?? [];
  expect(landings).toHaveLength(first.data.foot_landing.length);
  // Both are rounded from the time itself: one to four decimals, the other to three.
  for (const [i, { time_s }] of first.data.foot_landing.entries())
    expect(Math.abs(landings[i].timeS - time_s)).toBeLessThan(0.00056);

  const table = ['--format', 'csv', '--table', 'metrics', '--data', api.dataDir];
  const exported = await runCommand('.', 'export', first.id, ...table);
  expect(exported.stderr).toBe('');
  expect(Number(/^side,cadence,rhythm,,1\/min,([\d.]+),/m.exec(exported.stdout)?.[1])).toBeCloseTo(cadence, 0);
  const unknown = await runCommand('.', 'export', randomUUID(), ...table);
  expect({ status: unknown.status, stdout: unknown.stdout }).toEqual({ status: 2, stdout: '' });
  expect(unknown.stderr).toMatch(/no analysis has the id/);

  const [header, ...frames] = readFileSync(
    join(api.dataDir, 'media', first.id, '1', `${first.id}_frame_data.ndjson`),
    'utf8',
  )
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(Value.Errors(FrameDataHeaderSchema, header)).toEqual([]);
  expect(frames).toHaveLength(first.data.quality.video.frames);
  for (const frame of frames) expect(Value.Errors(FrameSchema, frame)).toEqual([]);
  const touchdowns = (frames as FrameBody[]).flatMap(({ events }) => events.filter(({ type }) => type === 'touchdown'));
  expect(touchdowns.map(({ side, time_s }) => [side, time_s])).toEqual(
    first.data.foot_landing.map(({ side, time_s }) => [side, time_s]),
  );
});

it('analyses a real runner, or says why it withholds a number', { timeout: 120_000 }, async (context) => {
  const path = requireShared(context, 'data/clips/overground_side_female_480x352_30fps.mp4');
  const { data } = await analyzed(new Uint8Array(await readFile(path)), { height: '1.70' });
  const cadence = data.metrics.step_frequency_steps_per_min;
  if (cadence === null) expect(data.quality.metrics.step_frequency_steps_per_min.reason).toBeDefined();
  else expect(Math.abs(cadence - 189)).toBeLessThanOrEqual(12);
});

it('finds nobody in a clip without a person, says so, and leaves nothing', { timeout: 120_000 }, async () => {
  const id = await start(await smallClip(45, 30), {});
  const { reason } = (await bodyOf(await ended(id), 400, FailedSchema)) as FailedBody;
  expect(reason?.code).toBe('no_person');
  await vi.waitUntil(() => readdirSync(join(api.dataDir, 'uploads')).length === 0, { timeout: 20_000 });
  expect(existsSync(join(api.dataDir, 'media', id))).toBe(false);
});

it('gives no number of a back view of which the clip shows a side', { timeout: 120_000 }, async () => {
  const { path } = await sharedDemoClip();
  const id = await start(new Uint8Array(await readFile(path)), { ...demoClip, analysis_type: 'back_view' });
  await bodyOf(await ended(id), 200, BackViewSuccessSchema);
  const response = await fetch(`${api.url}/analysis/${id}/results/calculated_data?apiKey=${api.key}`);
  const data = (await bodyOf(response, 200, BackViewCalculatedDataSchema)) as BackViewCalculatedDataBody;
  expect(data.total_score).toBeNull();
  expect(data.metrics.step_frequency_steps_per_min).toBeNull();
  expect(data.quality.pelvic_drop.left.peak.reason).toBe('wrong_view');
  expect(data.quality.warnings.map(({ code }) => code)).toContain('view');
});
