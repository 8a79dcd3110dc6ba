import { expect, it } from 'vitest';
import { usageByMonth } from './usage-by-month.ts';

it('has a row for each month and view, latest first', () => {
  const rows = usageByMonth([
    { month: '2026-02', analysisType: 'side_view', outcome: 'success', analyses: 4 },
    { month: '2026-02', analysisType: 'side_view', outcome: 'failed', analyses: 1 },
    { month: '2026-03', analysisType: 'back_view', outcome: 'open', analyses: 2 },
    { month: '2026-03', analysisType: 'side_view', outcome: 'success', analyses: 3 },
  ]);
  expect(rows).toEqual([
    { month: '2026-03', analysisType: 'side_view', success: 3, failed: 0, open: 0 },
    { month: '2026-03', analysisType: 'back_view', success: 0, failed: 0, open: 2 },
    { month: '2026-02', analysisType: 'side_view', success: 4, failed: 1, open: 0 },
  ]);
});
