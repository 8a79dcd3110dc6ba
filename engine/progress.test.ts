import { expect, it } from 'vitest';
import type { AnalysisProgress } from './analysis.ts';
import { stageProgress } from './progress.ts';

it.each([true, false])('rises from 0 to 100 over the stages (media: %s)', (withMedia) => {
  const seen: AnalysisProgress[] = [];
  const report = stageProgress((progress) => seen.push(progress), withMedia);
  for (const stage of ['probe', 'model', 'pose', 'metrics', 'render'] as const) {
    for (const fraction of [0, 0.5, 1]) report(stage, fraction);
  }
  const percentages = seen.map(({ percentage }) => percentage);
  expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
  expect(percentages[0]).toBe(0);
  expect(percentages.at(-1)).toBe(100);
});

it('never falls, whatever a stage says', () => {
  const seen: number[] = [];
  const report = stageProgress(({ percentage }) => seen.push(percentage), true);
  report('pose', 0.8);
  report('pose', 0.2);
  report('probe', 1);
  expect(new Set(seen).size).toBe(1);
  report('render', 7);
  expect(seen.at(-1)).toBe(100);
});
