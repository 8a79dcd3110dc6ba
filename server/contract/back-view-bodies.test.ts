import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import { withheldBackMetrics } from '../../engine/metrics/withheld-back-metrics.ts';
import { scoreBackView } from '../../engine/score/back/score-back-view.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { toBackViewCalculatedDataBody } from './back-view-calculated-data.ts';
import { toBackViewAnalysisBody } from './back-view-results.ts';
import { toFrameBodies } from './frame-data.ts';
import { BackViewAnalysisSchema, PronationAnalysisSchema } from './schemas/back-view-analysis.ts';
import { BackViewCalculatedDataSchema, PronationCalculatedDataSchema } from './schemas/back-view-calculated-data.ts';
import { FrameSchema } from './schemas/frame-data.ts';

const whole = sampleBackAnalysis();
const pronationOnly = sampleBackAnalysis(false);

it('writes the documented fields of a back view', () => {
  const body = toBackViewAnalysisBody(whole);
  expect(Object.keys(body.analysis_content)).toEqual(['knee_adduction', 'pelvic_drop', 'pronation']);
  const { left, right } = body.analysis_content.pronation;
  expect(Object.keys(left)).toEqual(['range_bad', 'range_good', 'range_okay', 'score_number', 'texts']);
  expect(Object.keys(left.texts)).toEqual(['explanation', 'position', 'side', 'title']);
  expect([left.score_number, right.score_number]).toEqual([1, null]);
  expect([left.texts.side, right.texts.side]).toEqual(['Left leg', 'Right leg']);
  expect(body.analysis_content).toHaveProperty('pelvic_drop.left.texts.recap.length', 4);
});

it('writes the pronation alone with full_body=false', () => {
  expect(Object.keys(toBackViewAnalysisBody(pronationOnly).analysis_content)).toEqual(['pronation']);
  const data = toBackViewCalculatedDataBody(pronationOnly);
  expect(Object.keys(data)).toEqual(['metrics', 'pronation', 'gait_cycle', 'total_score', 'quality']);
  expect(Object.keys(data.quality.additional)).toEqual([
    'pronation_at_mid_stance',
    'pronation_peak_time_percent',
    'pronation_class',
  ]);
});

it('rounds numbers, and gives null with its reason for what was withheld', () => {
  const data = toBackViewCalculatedDataBody(whole);
  expect(data.metrics).toEqual({
    step_frequency_steps_per_min: 168.4,
    ground_contact_time_ms: { left: 251, right: 247 },
    time_of_flight_ms: { left: null, right: null },
  });
  expect(data).toHaveProperty('pelvic_drop.right', { at_touchdown: 0.46, peak: 4.46, mean: 2.96, range: 7.46 });
  expect(data.pronation.right.peak).toBeNull();
  expect(data.quality.pronation.right.peak).toEqual({
    half_width: null,
    unit: 'deg',
    n: 0,
    reason: 'keypoints_missing',
  });
  expect(data.gait_cycle.left).toEqual({ stride_time_ms: null, stance_percent: 35.2, swing_percent: null });
  expect(data.quality.additional.pronation_class.left.pattern).toBe('neutral');
});

it('matches its schemas, with everything withheld too', () => {
  const metrics = withheldBackMetrics('front_view');
  for (const fullBody of [true, false]) {
    const full = sampleBackAnalysis(fullBody);
    const bare = { ...full, metrics, score: scoreBackView(metrics, { language: 'ja', fullBody }) };
    for (const analysis of [full, bare]) {
      const [results, data] = fullBody
        ? [BackViewAnalysisSchema, BackViewCalculatedDataSchema]
        : [PronationAnalysisSchema, PronationCalculatedDataSchema];
      expect(Value.Errors(results, toBackViewAnalysisBody(analysis))).toEqual([]);
      expect(Value.Errors(data, toBackViewCalculatedDataBody(analysis))).toEqual([]);
    }
  }
});

it('writes frontal angles and steps of each frame', () => {
  const { pose, tracks } = whole;
  const timesS = tracks.timesS;
  const read = { ...pose, frameCount: timesS.length, timesS, found: new Uint8Array(timesS.length) };
  const frames = [
    ...toFrameBodies({ ...whole, pose: read, tracks: { ...tracks, legsExchanged: new Uint8Array(timesS.length) } }),
  ];
  expect(Value.Errors(FrameSchema, frames[4])).toEqual([]);
  expect(frames[4].angles).toEqual({
    pelvic_drop: { left: 4, right: 4 },
    knee_adduction: { left: -2, right: -2 },
    hip_adduction: { left: 7, right: 7 },
  });
  expect(frames.flatMap(({ events }) => events.map(({ type, side }) => `${side} ${type}`))).toEqual([
    'left touchdown',
    'left mid_stance',
    'left toe_off',
    'right touchdown',
    'right mid_stance',
    'right toe_off',
  ]);
});
