import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { measured, withheld } from '../metrics/measured.ts';
import { headlineCells } from './headline.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

it('shows what was measured with its uncertainty, and nothing for what was withheld', () => {
  const metrics = {
    ...sampleAnalysis().metrics,
    cadenceSpm: measured(168.94, 0.46, 28),
    contactTimeMs: measured(241.2, 9.4, 27),
    flightTimeMs: withheld('too_few_steps'),
    dutyFactor: measured(0.339, 0.012, 27),
    speedMps: withheld('scale_unknown'),
  };
  expect(headlineCells(metrics, en)).toEqual([
    { label: 'CADENCE', value: '169', unit: 'spm ±0.5' },
    { label: 'CONTACT', value: '241', unit: 'ms ±9' },
    { label: 'DUTY', value: '34', unit: '% ±1' },
  ]);
});

it('writes numbers as the language does', () => {
  const metrics = { ...sampleAnalysis().metrics, speedMps: measured(2.784, 0.061, 9) };
  expect(headlineCells(metrics, de)).toContainEqual({ label: 'TEMPO', value: '2,78', unit: 'm/s ±0,06' });
});
