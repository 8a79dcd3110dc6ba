import { describe, expect, it } from 'vitest';
import { languages } from '../../../engine/score/language.ts';
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts';
import { sampleBackAnalysis } from '../../../test/support/sample-back-analysis.ts';
import { toAnalysisBodies } from '../analysis-bodies.ts';
import { clipWarnings } from '../clip-warnings.ts';
import { warningTexts } from './by-language.ts';

const places = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();

describe.each(languages)('in %s', (language) => {
  it.each(['clip', 'checks'] as const)('every warning of %s has a text of its own, with the same numbers', (part) => {
    const english: Readonly<Record<string, string>> = warningTexts.en[part];
    const own: Readonly<Record<string, string>> = warningTexts[language][part];
    expect(Object.keys(own).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [key, sentence] of Object.entries(own)) {
      expect([key, places(sentence)]).toEqual([key, places(english[key])]);
      expect(sentence.trim()).not.toBe('');
      if (language !== 'en') expect(sentence).not.toBe(english[key]);
    }
  });

  it('the API answers it, for both views', () => {
    const side = { ...sampleAnalysis(), camera: 'panning' } as const;
    const back = { ...sampleBackAnalysis(), gait: { ...sampleBackAnalysis().gait, running: false } };
    for (const [analysis, code] of [
      [side, 'camera_moves'],
      [back, 'not_running'],
    ] as const) {
      const { warnings } = toAnalysisBodies(analysis, language).calculatedData.quality;
      expect(warnings).toContainEqual({ code, message: warningTexts[language].clip[code] });
    }
  });
});

it('writes numbers as the language does, and failed cross-checks in its words', () => {
  const failed = sampleAnalysis().crossChecks.map((check) => ({ ...check, holds: false }));
  const analysis = { ...sampleAnalysis(), cutsS: [], crossChecks: failed, timeScale: { factor: 4.25, source: 'gait' } };
  const told = clipWarnings(analysis as never, 'de').map(({ message }) => message);
  expect(told).toContain(warningTexts.de.clip['slow_motion.gait'].replace('{factor}', '4,3'));
  expect(failed.length).toBeGreaterThan(0);
  expect(told).toContain(warningTexts.de.checks[failed[0].name]);
});
