import { expect, it } from 'vitest';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { englishWords } from '../words/words.ts';
import { aboutRun, analysisName } from './naming.ts';

const analysis = {
  ...{
    analysisType: 'side_view',
    createdAtMs: Date.UTC(2026, 4, 3, 12, 5),
    heightM: 1.75,
    treadmill: false,
    pace: null,
  },
} as ConsoleAnalysis;

it('tells two clips of one minute apart by what their files are called', () => {
  const named = (clipName: string | null, runner: string | null = null) =>
    analysisName({ ...analysis, clipName }, englishWords, 'en', runner);
  expect(named('a.mp4')).not.toBe(named('b.mp4'));
  expect(named('a.mp4')).toMatch(/^Side view.* · a\.mp4$/);
  expect(named('a.mp4', 'Jonas')).toMatch(/^Jonas · Side view.* · a\.mp4$/);
  expect(named(null)).not.toContain('·');
  expect(aboutRun({ ...analysis, clipName: 'a.mp4' }, englishWords, 'en')).toMatch(/^a\.mp4 · .* · 1\.75 m$/);
  expect(aboutRun({ ...analysis, clipName: null }, englishWords, 'en')).not.toContain('mp4');
});
