import { expect, it } from 'vitest';
import { languages } from '../../engine/score/language.ts';
import { textsByLanguage } from '../../engine/score/texts/by-language.ts';
import { sideViewExample } from '../../server/contract/examples/results.ts';
import { Client, emulated } from './client.ts';

const treadmill = { treadmill: 'true', pace: '05:30', height: '1.75' };

/** What came out of an analysis. */
async function outcome(client: Client, fileName: string, fields: Readonly<Record<string, string>> = {}) {
  const id = await client.started(fileName, fields);
  const told = await client.ended(id);
  const { body: data } = await client.ask(`/analysis/${id}/results/calculated_data`);
  return { id, told, analysis: told.body.biomechanical_analysis, data };
}

it('follows the request: the pace is the treadmill’s, and the numbers belong together', async () => {
  const client = new Client((await emulated()).url, 'a');
  for (const pace of ['04:00', '05:30', '07:00']) {
    const { data, analysis } = await outcome(client, 'run.mp4', { ...treadmill, pace });
    const { metrics } = data;
    const [minutes, seconds] = pace.split(':').map(Number);
    expect(metrics.speed_meter_per_second).toBeCloseTo(1000 / (60 * minutes + seconds), 2);
    expect((metrics.step_frequency_steps_per_min / 60) * metrics.step_length_meter).toBeCloseTo(
      metrics.speed_meter_per_second,
      1,
    );
    expect(metrics.ground_contact_time_ms + metrics.time_of_flight_ms).toBeCloseTo(
      60_000 / metrics.step_frequency_steps_per_min,
      -1,
    );
    expect(data.total_score).toBe(analysis.total_score);
    expect(data.quality.warnings).toEqual([]);
  }
});

it('has every number for every height and view of a camera beside the way', async () => {
  const client = new Client((await emulated()).url, 'a');
  for (const height of ['0.5', '1.2', '1.5', '1.75', '2', '2.5']) {
    for (const fields of [{ ...treadmill, height }, { height }]) {
      const { data } = await outcome(client, 'run.mp4', fields);
      expect(Object.entries(data.metrics).filter(([, value]) => value === null)).toEqual([]);
      expect(data.total_score).not.toBeNull();
    }
  }
});

it('knows several people by the names of their clips, each always the same', async () => {
  const client = new Client((await emulated()).url, 'a');
  const cadences = new Map<string, number>();
  for (const name of ['anna', 'ben', 'carla', 'dan', 'eve', 'finn', 'gina', 'hal', 'anna']) {
    const { data } = await outcome(client, `${name}.mp4`, treadmill);
    const cadence = data.metrics.step_frequency_steps_per_min;
    expect(cadences.get(name) ?? cadence).toBe(cadence);
    cadences.set(name, cadence);
  }
  expect(new Set(cadences.values()).size).toBeGreaterThan(3);
});

it.each(['rearfoot', 'midfoot', 'forefoot'])('lands on the %s', async (strike) => {
  const client = new Client((await emulated()).url, 'a');
  for (const fields of [treadmill, {}]) {
    const { analysis, data } = await outcome(client, `${strike}.mp4`, fields);
    expect(analysis.analysis_content.foot.foot_strike_pattern).toBe(strike);
    expect(data.foot_landing.map(({ pattern }: { readonly pattern: string }) => pattern)).toContain(strike);
  }
});

it.each(['hop', 'stick', 'bounce', 'push', 'sit'] as const)('runs in the style %s', async (style) => {
  const client = new Client((await emulated()).url, 'a');
  const { title } = textsByLanguage.en.styles[style];
  for (const fields of [treadmill, {}, { ...treadmill, pace: '04:15', height: '1.6' }]) {
    const { analysis, data } = await outcome(client, `${style}.mp4`, fields);
    expect(analysis.running_styles[0].title).toBe(title);
    expect(data.running_style.title).toBe(title);
  }
});

it.each(languages)('speaks %s, by the field and by the scenario', async (language) => {
  const client = new Client((await emulated()).url, 'a');
  const title = textsByLanguage[language].titles.arm;
  const byField = await outcome(client, 'run.mp4', { language });
  const byScenario = await outcome(client, `language-${language}.mp4`);
  for (const { analysis } of [byField, byScenario]) expect(analysis.analysis_content.arm.texts.title).toBe(title);
});

it('gives the sample of the vendor’s documentation', async () => {
  const client = new Client((await emulated()).url, 'a');
  const { analysis, data } = await outcome(client, 'documented-sample.mp4');
  expect(analysis).toEqual(sideViewExample.biomechanical_analysis);
  expect(data.metrics).toMatchObject({
    speed_meter_per_second: 2.123,
    pace_min_per_km: 7.511,
    step_length_meter: 1.15,
  });
});

it('gives frame data of the clip that was sent', async () => {
  const client = new Client((await emulated()).url, 'a');
  const { id } = await outcome(client, 'run.mp4', treadmill);
  const { body } = await client.ask(`/analysis/${id}/results/frame_data`);
  expect(body).toMatchObject({ fps: 30, width: 240, height: 428 });
  expect(body.frames).toHaveLength(60);
  const lines = await client.ask(`/analysis/${id}/results/frame_data`, { headers: { accept: 'application/x-ndjson' } });
  expect(lines.text.trimEnd().split('\n')).toHaveLength(61);
  const points = body.frames.flatMap(({ keypoints }) => keypoints.map((point) => point ?? []));
  for (const [x = Number.NaN, y = Number.NaN] of points) expect(x >= 0 && x <= 240 && y >= 0 && y <= 428).toBe(true);
});

it('takes the view of the request or of the scenario', async () => {
  const client = new Client((await emulated()).url, 'a');
  const side = await outcome(client, 'side-view.mp4', { analysis_type: 'back_view' });
  expect(side.analysis.analysis_content).toHaveProperty('forward_cycle');
  for (const [name, fields] of [
    ['back-view.mp4', {}],
    ['run.mp4', { analysis_type: 'back_view' }],
  ] as const) {
    const { analysis, data } = await outcome(client, name, fields);
    expect(Object.keys(analysis.analysis_content).sort()).toEqual(['knee_adduction', 'pelvic_drop', 'pronation']);
    expect(data.pelvic_drop.left.peak).toBeGreaterThan(0);
    expect(analysis.total_score).toBe(data.total_score);
  }
  const feet = await outcome(client, 'run.mp4', { analysis_type: 'back_view', full_body: 'false' });
  expect(Object.keys(feet.analysis.analysis_content)).toEqual(['pronation']);
});
