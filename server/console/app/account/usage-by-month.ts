import type { ConsoleUsageCount } from '../../api/account.ts';

/** A month's analyses of one view, by what became of them. */
export interface MonthUsage {
  readonly month: string;
  readonly analysisType: ConsoleUsageCount['analysisType'];
  readonly success: number;
  readonly failed: number;
  readonly open: number;
}

/** The counts, one row a month and view, latest month first. */
export function usageByMonth(counts: readonly ConsoleUsageCount[]): MonthUsage[] {
  const rows = new Map<string, MonthUsage>();
  for (const { month, analysisType, outcome, analyses } of counts) {
    const key = `${month} ${analysisType}`;
    const row = rows.get(key) ?? { month, analysisType, success: 0, failed: 0, open: 0 };
    rows.set(key, { ...row, [outcome]: row[outcome] + analyses });
  }
  return [...rows.values()].sort(
    (a, b) => b.month.localeCompare(a.month) || b.analysisType.localeCompare(a.analysisType),
  );
}
