import { expect, it } from 'vitest';
import { measured } from '../../engine/metrics/measured.ts';
import { headlineCells } from '../../engine/overlay/headline.ts';
import { en } from '../../engine/overlay/words/en.ts';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import { measuredParts } from '../console/app/result/measured-words.ts';
import { en as words } from '../console/app/result/words/en.ts';
import { toCalculatedDataBody } from '../contract/calculated-data.ts';
import { fixed } from './fixed.ts';
import { writtenMeasured } from './metric-rows.ts';
import { sideMetrics } from './side-metrics.ts';

it('keeps what its unit asks for, and a digit more where fewer would end half-way', () => {
  const kept = (value: number) => writtenMeasured(measured(value, 8.26, 12), 'ms').value;
  expect([253.44, 253.46, 253.5, 253.54, 253.4996, -0.04].map(kept)).toEqual([
    253.4, 253.46, 253.5, 253.54, 253.4996, 0,
  ]);
});

it('rounds on to what the number itself is rounded to', () => {
  const values = Array.from({ length: 3000 }, (_, i) => Math.sin(i) * 300);
  for (const unit of ['ms', 'deg', 'm', '1'] as const)
    for (const digits of [0, 1]) {
      const onwards = (value: number) =>
        fixed(writtenMeasured(measured(value, 1, 1), unit).value ?? Number.NaN, digits);
      expect(values.filter((value) => onwards(value) !== fixed(value, digits))).toEqual([]);
    }
});

it.each([253.46, 253.54, 249.95, 250.049])('says of %f ms the same in the video, on pages and in the API', (ms) => {
  const sample = sampleAnalysis();
  const metrics = { ...sample.metrics, contactTimeMs: measured(ms, 12.6, 12) };
  const analysis = { ...sample, metrics };
  const contact = sideMetrics(analysis).find(({ id }) => id === 'contactTime');
  const video = headlineCells(metrics, en).find(({ label }) => label === en.contact);
  expect(contact && measuredParts(contact, { language: 'en', words })?.value).toBe(video?.value);
  expect(String(toCalculatedDataBody(analysis).metrics.ground_contact_time_ms)).toBe(video?.value);
});
