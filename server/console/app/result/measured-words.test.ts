import { describe, expect, it } from 'vitest';
import { measuredParts, measuredText, type ShownNumber } from './measured-words.ts';
import { resultWords } from './words/by-language.ts';

const angle = (value: number, halfWidth: number, range?: ShownNumber['range']): string | null =>
  measuredText(
    { value, halfWidth, unit: 'deg', ...(range === undefined ? {} : { range }) },
    { language: 'en', words: resultWords.en },
  )?.replaceAll('\u00a0', ' ') ?? null;

describe('a number in words', () => {
  const trunk = { good: [2.5, 8.5], okay: [0.5, 12.5] } as const;

  it('stands on the right side of every border', () => {
    expect(angle(8.5, 3, trunk)).toBe('8.5 ± 3.0°');
    expect(angle(8.52, 3, trunk)).toBe('8.52 ± 3.00°');
    expect(angle(8.48, 3, trunk)).toBe('8.48 ± 3.00°');
    expect(angle(2.46, 3, trunk)).toBe('2.46 ± 3.00°');
    expect(angle(12.54, 14, trunk)).toBe('13 ± 14°');
    expect(angle(5.04, 3, trunk)).toBe('5.0 ± 3.0°');
    expect(angle(4.96, 12, { good: [-10, 5], okay: [5, 10] })).toBe('4.96 ± 12.00°');
    expect(angle(4.94, 12, { good: [-10, 5], okay: [5, 10] })).toBe('4.9 ± 12.0°');
  });

  it('has no more digits than its half width is worth', () => {
    expect(angle(20.94, 43.5)).toBe('21 ± 44°');
    expect(angle(20.94, 9.9)).toBe('20.9 ± 9.9°');
    expect(angle(20.94, 0)).toBe('20.9 ± 0.0°');
  });

  it('is not told where its interval holds everything', () => {
    expect(angle(65, 129)).toBe('too uncertain to tell');
    expect(angle(24, 37)).toBe('24 ± 37°');
    const percent = { value: -66.3, halfWidth: 264, unit: '%' } as const;
    expect(measuredText(percent, { language: 'de', words: resultWords.de })).toBe('zu unsicher für eine Angabe');
  });

  it('is told in parts, too', () => {
    const shown = { language: 'de', words: resultWords.de } as const;
    expect(measuredParts({ value: 168.34, halfWidth: 0.6, unit: '1/min' }, shown)).toEqual({
      value: '168,3',
      spread: '±\u00a00,6',
      unit: 'Schritte/min',
    });
    expect(measuredParts({ value: null, halfWidth: null, unit: 'ms', reason: 'too_few_steps' }, shown)).toBeNull();
  });
});
