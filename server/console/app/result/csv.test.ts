import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../../../test/support/sample-analysis.ts';
import { toDetails } from '../../../details/to-details.ts';
import { curvesCsv, numbersCsv } from './csv.ts';

const details = toDetails(sampleAnalysis(), { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' });
const rows = (text: string) => parse(text, { columns: true }) as Readonly<Record<string, string>>[];

it('holds every number, its interval and its range, or why it is withheld', () => {
  const read = rows(numbersCsv(details));
  expect(read).toHaveLength(details.metrics.length);
  details.metrics.forEach(({ id, side, value, halfWidth, reason, range }, i) => {
    expect(read[i]).toMatchObject({
      id,
      side: side ?? '',
      value: value === null ? '' : `${value}`,
      half_width_90: halfWidth === null ? '' : `${halfWidth}`,
      withheld: reason ?? '',
      good_high: range?.good[1] == null ? '' : `${range.good[1]}`,
    });
  });
});

it('holds every point of every curve', () => {
  const read = rows(curvesCsv(details));
  expect(read).toHaveLength(101 * details.curves.length);
  for (const [i, curve] of details.curves.entries()) {
    const row = read[101 * i + 37];
    expect(row).toMatchObject({ id: curve.id, side: curve.side, cycle_percent: '37' });
    expect(row.mean_deg).toBe(curve.meanDeg[37] === null ? '' : `${curve.meanDeg[37]}`);
  }
});
