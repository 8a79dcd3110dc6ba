import { expect, it } from 'vitest';
import { measured } from '../../engine/metrics/measured.ts';
import { asymmetry } from '../../engine/metrics/symmetry.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { measuredText } from '../console/app/result/measured-words.ts';
import { en } from '../console/app/result/words/en.ts';
import { sideMetrics } from '../details/side-metrics.ts';
import { resultTables } from './result-tables.ts';

it('says how the legs compare, which checks failed and how sure the strike is', () => {
  const shown = resultTables(sampleAnalysis());
  expect(shown).toContain('Left against right: contact 2 ± 8 %, step time -8 ± 5 % (beyond doubt)');
  expect(shown).toContain('Cross-checks: 2, failed: contact_flight_step');
  expect(shown).toContain('Foot strikes: R:midfoot L:?; midfoot (rearfoot 10 %, midfoot 84 %, forefoot 7 %)');
  expect(shown).toContain('withheld: scale_unknown');
});

it.each([
  ['pace', 'the pace that was told'],
  ['shoes', 'by the standing shoes'],
  ['ankles', 'by the standing ankles'],
  ['hips', 'by the hips’ way'],
] as const)('says beside the speed that it is from the %s', (speedSource, note) => {
  const sample = sampleAnalysis();
  const shown = resultTables({ ...sample, metrics: { ...sample.metrics, speedSource } });
  expect(shown).toMatch(new RegExp(`Speed +│ +2\\.12 .*${note}`));
});

it('says so where nothing could be compared', () => {
  const sample = sampleAnalysis();
  const { contactTime } = sample.metrics.symmetry;
  const none = { percent: sample.metrics.symmetry.hipRange.percent, beyondDoubt: false };
  const symmetry = { contactTime: none, stepTime: none, kneeFlexion: none, hipRange: none, ankleRange: none };
  expect(contactTime.percent.value).not.toBeNull();
  const shown = resultTables({ ...sample, crossChecks: [], metrics: { ...sample.metrics, symmetry } });
  expect(shown).toContain('Left against right: withheld');
  expect(shown).toContain('Cross-checks: none could be made');
});

it('calls a style close, and writes a number on its side of a border', () => {
  const sample = sampleAnalysis();
  const [best, other] = sample.score.styles;
  const score = {
    ...sample.score,
    styles: [
      { ...best, percentage: 55 },
      { ...other, percentage: 27 },
    ],
  };
  const [, high] = score.segments.trunk.rangeGood;
  const metrics = { ...sample.metrics, trunkLeanDeg: { value: high + 0.02, halfWidth: 3, n: 20 } };
  const shown = resultTables({ ...sample, score, metrics });
  expect(shown).toContain(`55 %; a close call: ${other.title} (${other.animal}) 27 %`);
  expect(shown).toMatch(new RegExp(`Trunk lean +│ +${(high + 0.02).toFixed(2)} `));
});

it('says the total score that the API and the report say', () => {
  const sample = sampleAnalysis();
  const shown = resultTables({ ...sample, score: { ...sample.score, totalScore: 0.6246 } });
  expect(shown).toContain('Total score: 63 %'); // 0.625 there
});

it('rounds as the console does, to what the numbers themselves would be', () => {
  const sample = sampleAnalysis();
  const headGazeDeg = measured(4.347, 2.347, 300);
  const symmetry = { ...sample.metrics.symmetry, contactTime: asymmetry(measured(2.4956, 8.1, 12)) };
  const strikeProbabilities = { rearfoot: 0.1046, midfoot: 0.8345, forefoot: 0.0609 };
  const { trunk } = sample.score.segments;
  const analysis = {
    ...sample,
    metrics: { ...sample.metrics, headGazeDeg, symmetry, strikeProbabilities },
    score: { ...sample.score, segments: { ...sample.score.segments, trunk: { ...trunk, score: 0.6246 } } },
  };
  const gaze = sideMetrics(analysis).find(({ id }) => id === 'headGaze');
  expect(gaze && measuredText(gaze, { language: 'en', words: en })).toBe('4.3\u00a0±\u00a02.3°');
  const shown = resultTables(analysis);
  expect(shown).toMatch(/Head gaze +│ +4\.3 │ +2\.3 /);
  expect(shown).toContain('contact 2 ± 8 %');
  expect(shown).toContain('rearfoot 11 %');
  expect(shown).toMatch(/trunk: Trunk +│ +0\.63 /);
});

it('shows the back view’s numbers of either leg, and of the body where it was asked for', () => {
  const shown = resultTables(sampleBackAnalysis());
  expect(shown).toMatch(/Rearfoot, peak eversion, left +│/);
  expect(shown).toMatch(/Pelvic drop at mid-stance, right +│/);
  expect(shown).toMatch(/Step width +│/);
});
