import type { SqlDatabase } from './sql-database.ts';
import type { UsageCount, UsageStore } from './usage-store.ts';

/** Usage in a database, counted from the analyses themselves. */
export class SqlUsageStore implements UsageStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async byMonth(partnerId: string): Promise<UsageCount[]> {
    const text = `SELECT ${this.#database.dialect.monthOf('created_at')} AS month, analysis_type AS "analysisType",
         CASE WHEN status IN ('success', 'failed') THEN status ELSE 'open' END AS outcome, COUNT(*) AS analyses
       FROM analyses WHERE partner_id = ? GROUP BY month, analysis_type, outcome ORDER BY month, analysis_type, outcome`;
    return [...(await this.#database.query<UsageCount>(text, partnerId))];
  }
}
