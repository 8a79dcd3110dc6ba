import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { withheld } from '../../engine/metrics/measured.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { toCalculatedDataBody } from './calculated-data.ts';
import { CalculatedDataSchema } from './schemas/calculated-data.ts';

it('writes the documented part in the documented shape and order', () => {
  const { metrics, overstride, total_score } = toCalculatedDataBody(sampleAnalysis());
  expect(JSON.stringify({ metrics, overstride, total_score })).toBe(
    '{"metrics":{"speed_meter_per_second":2.123,"step_length_meter":null,"pace_min_per_km":7.511,' +
      '"step_frequency_steps_per_min":110,"ground_contact_time_ms":280,"time_of_flight_ms":120,"duty_factor":0.35},' +
      '"overstride":{"mean_angle":3.47,"score":"score_good"},"total_score":0.588}',
  );
  expect(Object.keys(toCalculatedDataBody(sampleAnalysis()))).toEqual([
    'metrics',
    'overstride',
    'total_score',
    'foot_landing',
    'angles',
    'running_style',
    'quality',
  ]);
});

it('keeps uncertainty and reasons apart from the documented part', () => {
  const { quality } = toCalculatedDataBody(sampleAnalysis());
  expect(quality.metrics.step_length_meter).toEqual({ half_width: null, unit: 'm', n: 0, reason: 'scale_unknown' });
  expect(quality.metrics.step_frequency_steps_per_min).toEqual({ half_width: 0.31, unit: '1/min', n: 12 });
  expect(quality.segments.head.value).toBe(0);
  expect(quality.foot_strike.probabilities).toEqual({ rearfoot: 0.1, midfoot: 0.835, forefoot: 0.066 });
  expect(quality.facing).toBe('left');
  expect(quality.warnings).toEqual([]);
});

it('gives each landing and each joint, null where it was not seen', () => {
  const { foot_landing, angles, running_style } = toCalculatedDataBody(sampleAnalysis());
  expect(foot_landing).toEqual([
    {
      ...{ step: 1, side: 'right', time_s: 0.333, pattern: 'midfoot', foot_angle: 4.12 },
      probabilities: { rearfoot: 0.1, midfoot: 0.834, forefoot: 0.066 },
    },
    { step: 2, side: 'left', time_s: 0.69, pattern: null, foot_angle: null, probabilities: null },
  ]);
  expect(angles.knee.left.at_touchdown).toBe(12.35);
  expect(angles.knee.left.curve.slice(0, 2)).toEqual([null, 1.13]);
  expect(angles.knee.right.max).toBeNull();
  expect(running_style).toEqual({ title: 'Bounce', percentage: 61.3 });
});

it('matches its schema, with everything measured and with nothing', () => {
  const full = sampleAnalysis();
  const none = withheld('not_running');
  const bare = {
    ...full,
    gait: { ...full.gait, running: false },
    metrics: { ...full.metrics, speedMps: none, paceSPerKm: none, overstrideDeg: none, footLandings: [] },
    score: { ...full.score, styles: [], totalScore: null, overstrideBand: null },
  };
  expect(Value.Errors(CalculatedDataSchema, toCalculatedDataBody(full))).toEqual([]);
  const body = toCalculatedDataBody(bare);
  expect(Value.Errors(CalculatedDataSchema, body)).toEqual([]);
  expect(body.metrics.pace_min_per_km).toBeNull();
  expect(body.running_style).toBeNull();
  expect(body.quality.warnings.map(({ code }) => code)).toEqual(['not_running']);
});

it('warns of a clip held the wrong way', () => {
  const full = sampleAnalysis();
  const codes = (camera: 'treadmill' | 'static', widthPx: number, heightPx: number) =>
    toCalculatedDataBody({ ...full, camera, video: { ...full.video, widthPx, heightPx } }).quality.warnings.map(
      ({ code }) => code,
    );
  expect(codes('treadmill', 1920, 1080)).toEqual(['orientation']);
  expect(codes('static', 1080, 1920)).toEqual(['orientation']);
  expect(codes('treadmill', 1080, 1920)).toEqual([]);
});
