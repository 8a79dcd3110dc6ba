import { expect, it } from 'vitest';
import type { HistoryEntry } from '../../api/subjects.ts';
import { metricHistories } from './metric-histories.ts';

const entry = (analysisId: string, createdAtMs: number, value: number | null): HistoryEntry => ({
  analysisId,
  createdAtMs,
  analysisType: 'side_view',
  metrics: [
    { id: 'cadence', side: null, value, halfWidth: value === null ? null : 2, unit: '1/min' },
    { id: 'speed', side: null, value: 3, halfWidth: 0.1, unit: 'm/s' },
  ],
});

it('gathers each metric over the analyses of a view, what was withheld left out', () => {
  const entries = [entry('a', 1, 160), entry('b', 2, null), entry('c', 3, 170)];
  const histories = metricHistories([...entries, { ...entry('d', 4, 99), analysisType: 'back_view' }], 'side_view');
  expect(histories.map(({ id }) => id)).toEqual(['cadence', 'speed']);
  expect(histories[0].points.map(({ analysisId, value, halfWidth }) => [analysisId, value, halfWidth])).toEqual([
    ['a', 160, 2],
    ['c', 170, 2],
  ]);
});

it('leaves out what tells nothing', () => {
  const wild = { id: 'kneeRange', side: 'left', value: 80, halfWidth: 96, unit: 'deg' } as const;
  const told = { ...wild, side: 'right', halfWidth: 6 } as const;
  const [history] = metricHistories([{ ...entry('a', 1, 160), metrics: [wild, told] }], 'side_view');
  expect(history.points.map(({ side }) => side)).toEqual(['right']);
});
