import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { resultTables } from './result-tables.ts';

it('says how the legs compare, which checks failed and how sure the strike is', () => {
  const shown = resultTables(sampleAnalysis());
  expect(shown).toContain('Left against right: contact 2 ± 8 %, step time -8 ± 5 % (beyond doubt)');
  expect(shown).toContain('Cross-checks: 2, failed: contact_flight_step');
  expect(shown).toContain('Foot strikes: R:midfoot L:?; midfoot (rearfoot 10 %, midfoot 83 %, forefoot 7 %)');
  expect(shown).toContain('withheld: scale_unknown');
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
