import { renderToStaticMarkup } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { languages } from '../../../../engine/score/language.ts';
import type { ConsoleAnalysis } from '../../api/analyses.ts';
import { resultWords } from '../result/words/by-language.ts';
import { SpokenContext } from '../words/use-words.ts';
import { loadWords } from '../words/words.ts';
import { AnalysisRow } from './analysis-row.tsx';

const done: ConsoleAnalysis = {
  id: 'a',
  status: 'success',
  percentage: 100,
  analysisType: 'side_view',
  subjectId: null,
  clipName: 'run.mp4',
  createdAtMs: 0,
  heightM: 1.78,
  weightKg: 70,
  treadmill: false,
  pace: null,
  fullBody: true,
  language: 'en',
  reason: null,
  unmeasured: null,
  media: null,
};

it.each(languages)(
  'does not call a clip done in which nothing could be measured, and says why: %s',
  async (language) => {
    const words = await loadWords(language);
    const row = (analysis: ConsoleAnalysis): string =>
      renderToStaticMarkup(
        <SpokenContext.Provider value={{ language, words, speak: () => undefined }}>
          <AnalysisRow analysis={analysis} runner={null} />
        </SpokenContext.Provider>,
      );
    const { success, unmeasured } = words.analyses;
    expect(row(done)).toContain(`<span class="badge badge-success">${success}</span>`);
    const text = row({ ...done, unmeasured: 'wrong_view' });
    expect(text).toContain(`<span class="badge badge-unmeasured">${unmeasured}</span>`);
    expect(text).not.toContain(`>${success}<`);
    expect(text).toContain(resultWords[language].reasons.wrong_view);
  },
);
