import type { Language } from '../../../../engine/score/language.ts';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { written } from '../plots/plot-numbers.ts';
import { dateTimeOf } from '../words/formats.ts';
import type { Words } from '../words/words.ts';

/** `Side view`. */
export const viewName = ({ analysisType }: Pick<ConsoleAnalysis, 'analysisType'>, { analyses }: Words): string =>
  analysisType === 'side_view' ? analyses.side : analyses.back;

/** `Side view, 3 May 2026, 14:05 · run.mp4`, of a known runner `Jonas Berg · Side view, 3 May 2026, 14:05 · run.mp4`. */
export function analysisName(
  analysis: Pick<ConsoleAnalysis, 'analysisType' | 'createdAtMs' | 'clipName'>,
  words: Words,
  language: Language,
  runner: string | null = null,
): string {
  const name = words.analyses.name(viewName(analysis, words), dateTimeOf(analysis.createdAtMs, language));
  return [runner, name, analysis.clipName].filter(Boolean).join(' · ');
}

/** `run.mp4 · 3 May 2026, 14:05 · 1.75 m · treadmill · 5:30 min/km`. */
export function aboutRun(
  { clipName, createdAtMs, heightM, treadmill, pace }: ConsoleAnalysis,
  { analyses }: Words,
  language: Language,
): string {
  return [
    clipName,
    dateTimeOf(createdAtMs, language),
    `${written(heightM, language, 2)} m`,
    treadmill ? analyses.treadmill : null,
    pace ? `${pace.replace(/^0/, '')} min/km` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}
