import type { AnalysisOutcome, UsageCount, UsageStore } from '../../store/usage-store.ts';
import type { AnalysisRow, Memory } from './memory.ts';

/** Usage, counted from the analyses in memory. */
export class MemoryUsageStore implements UsageStore {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  async byMonth(partnerId: string): Promise<UsageCount[]> {
    const counts = new Map<string, UsageCount>();
    for (const row of this.#memory.analyses.values()) {
      if (row.partnerId !== partnerId) continue;
      const month = new Date(row.createdAtMs).toISOString().slice(0, 7);
      const kind = { month, analysisType: row.analysisType, outcome: outcomeOf(row) };
      const name = `${kind.month} ${kind.analysisType} ${kind.outcome}`;
      counts.set(name, { ...kind, analyses: (counts.get(name)?.analyses ?? 0) + 1 });
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
  }
}

const outcomeOf = ({ status }: AnalysisRow): AnalysisOutcome =>
  status === 'success' || status === 'failed' ? status : 'open';
