import { expect, it } from 'vitest';
import { withheldBackMetrics } from '../../engine/metrics/withheld-back-metrics.ts';
import { withheldMetrics } from '../../engine/metrics/withheld-metrics.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../test/support/sample-back-analysis.ts';
import { toAnalysisBodies } from './analysis-bodies.ts';
import { unmeasuredReason } from './unmeasured-reason.ts';

const reasonOf = (analysis: Parameters<typeof toAnalysisBodies>[0]) => unmeasuredReason(toAnalysisBodies(analysis));

it('is that of a clip in which nothing could be measured, in either view', () => {
  expect(reasonOf({ ...sampleAnalysis(), metrics: withheldMetrics('wrong_view') })).toBe('wrong_view');
  expect(reasonOf({ ...sampleBackAnalysis(), metrics: withheldBackMetrics('not_running') })).toBe('not_running');
});

it('is none where anything was measured', () => {
  const { trunkLeanDeg } = sampleAnalysis().metrics;
  expect(reasonOf(sampleAnalysis())).toBeNull();
  expect(reasonOf(sampleBackAnalysis())).toBeNull();
  expect(reasonOf({ ...sampleAnalysis(), metrics: { ...withheldMetrics('slow_motion'), trunkLeanDeg } })).toBeNull();
});
