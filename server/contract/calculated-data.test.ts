import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import type { SideAnalysis } from '../../engine/analysis.ts';
import { measured, withheld } from '../../engine/metrics/measured.ts';
import { crossCheck } from '../../engine/quality/cross-check.ts';
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
  expect(quality.speed_source).toBe(sampleAnalysis().metrics.speedSource);
  expect(quality.ground).toEqual({
    tilt_degree: { value: 0.46, half_width: 0.31, unit: 'deg', n: 6 },
    corrected: false,
    growth_percent: 1.2,
  });
  expect(quality.slow_motion).toEqual({ factor: 1, source: 'file' });
  expect(quality.symmetry.step_time).toEqual({ value: -7.5, half_width: 5.25, unit: '%', n: 11, beyond_doubt: true });
  expect(quality.symmetry.contact_time.beyond_doubt).toBe(false);
  expect(quality.additional.trunk_lean.at_toe_off).toEqual({ value: 12.35, half_width: 1.235, unit: 'deg', n: 9 });
  expect(quality.cross_checks).toEqual([
    {
      name: 'left_right_stride',
      unit: 'ms',
      values: [710.4, 712.1],
      difference: -1.6,
      allowed: 9.5,
      holds: true,
    },
    expect.objectContaining({ name: 'contact_flight_step', allowed: 12.3, holds: false }),
  ]);
  expect(quality.warnings.map(({ code }) => code)).toEqual(['cross_check_contact_flight_step']);
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
  const full = { ...sampleAnalysis(), crossChecks: [] };
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
  const full = { ...sampleAnalysis(), crossChecks: [] };
  const codes = (camera: 'treadmill' | 'static', widthPx: number, heightPx: number) =>
    toCalculatedDataBody({ ...full, camera, video: { ...full.video, widthPx, heightPx } }).quality.warnings.map(
      ({ code }) => code,
    );
  expect(codes('treadmill', 1920, 1080)).toEqual(['orientation']);
  expect(codes('static', 1080, 1920)).toEqual(['orientation']);
  expect(codes('treadmill', 1080, 1920)).toEqual([]);
});

it('warns of slow motion, of a camera out of level, and of what contradicts itself', () => {
  const full = { ...sampleAnalysis(), crossChecks: [] };
  const codes = (over: Partial<SideAnalysis>) =>
    toCalculatedDataBody({ ...full, ...over }).quality.warnings.map(({ code }) => code);
  expect(codes({ timeScale: { factor: 8, source: 'container' } })).toEqual(['slow_motion']);
  expect(codes({ timeScale: { factor: 4, source: 'gait' } })).toEqual(['slow_motion']);
  const ground = { tiltDeg: measured(-4, 0.5, 6), tilted: true, growth: 0, levelUncertaintyDeg: 0.3 };
  const tilted = toCalculatedDataBody({ ...full, ground }).quality;
  expect(tilted.warnings).toEqual([{ code: 'camera_tilted', message: expect.stringContaining('4 degrees') }]);
  // The sample runner faces left, so ground that falls ahead of him climbs to the right.
  expect(tilted.ground).toMatchObject({ tilt_degree: { value: 4 }, corrected: true });
  expect(codes({ ground: { ...full.ground, growth: -0.15 } })).toEqual(['camera_oblique']);
  const names = ['speed_steps', 'standing_foot', 'left_right_ground', 'free_fall'] as const;
  const crossChecks = names.map((name) => crossCheck(name, 'm/s', 1, 2, 0.5));
  expect(codes({ crossChecks })).toEqual(names.map((name) => `cross_check_${name}`));
});
