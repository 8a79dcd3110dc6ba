import type { Connection } from './database.ts';
import type { Statement } from './prepared-statements.ts';
import type { UsageCount, UsageStore } from './usage-store.ts';

/** Usage in SQLite, counted from the analyses themselves. */
export class SqliteUsageStore implements UsageStore {
  readonly #byMonth: Statement;

  constructor(database: Connection) {
    this.#byMonth = database.prepare(
      `SELECT strftime('%Y-%m', created_at / 1000, 'unixepoch') AS month, analysis_type AS analysisType,
         CASE WHEN status IN ('success', 'failed') THEN status ELSE 'open' END AS outcome, COUNT(*) AS analyses
       FROM analyses WHERE partner_id = ? GROUP BY month, analysisType, outcome ORDER BY month, analysisType, outcome`,
    );
  }

  async byMonth(partnerId: string): Promise<UsageCount[]> {
    return this.#byMonth.all(partnerId) as UsageCount[];
  }
}
