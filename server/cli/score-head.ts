import type { Language } from '../../engine/score/language.ts';
import { resultWords } from '../console/app/result/words/by-language.ts';

/** What stands around the texts of the scores, whose language it has. */
export interface ScoreHead {
  /** Over the columns, from that of the score on; what no language has a word for is left out. */
  readonly columns: readonly [score: string, good: string, okay: string, position: string];
  readonly segment: string;
  readonly side: string;
  readonly total: string;
  /** From the one to the other. */
  interval(range: readonly [number, number]): string;
}

const english: ScoreHead = {
  columns: ['Score', 'Good', 'Okay', 'Position'],
  segment: 'Segment',
  side: 'Side',
  total: 'Total score',
  interval: ([low, high]) => `${low} to ${high}`,
};

export function scoreHead(language: Language): ScoreHead {
  if (language === 'en') return english;
  const { headings, ui } = resultWords[language];
  return {
    columns: [headings.scores, ui.good, ui.okay, ''],
    segment: '',
    side: '',
    total: ui.totalScore,
    interval: ([low, high]) => `${low} … ${high}`,
  };
}
