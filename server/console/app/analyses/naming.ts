import type { Language } from '../../../../engine/score/language.ts';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { dateTimeOf } from '../words/formats.ts';
import type { Words } from '../words/words.ts';

/** `Side view, 3 May 2026, 14:05`. */
export function analysisName(
  { analysisType, createdAtMs }: Pick<ConsoleAnalysis, 'analysisType' | 'createdAtMs'>,
  words: Words,
  language: Language,
): string {
  const { analyses } = words;
  return analyses.name(analysisType === 'side_view' ? analyses.side : analyses.back, dateTimeOf(createdAtMs, language));
}
