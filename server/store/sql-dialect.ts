/** Where the two databases speak differently; all other SQL is written once, for both. */
export interface SqlDialect {
  readonly name: 'sqlite' | 'postgres';
  /** Ends a SELECT whose rows nobody else may change until the transaction ends. In SQLite one transaction writes at a time. */
  readonly forUpdate: string;
  /** The same, leaving out rows that another transaction holds. */
  readonly forUpdateSkipLocked: string;
  /** A SELECT of the texts of a JSON array, which is its one value. */
  readonly textsOfJson: string;
  /** Calendar month in UTC, such as `2026-03`, of a column of milliseconds since 1970. */
  monthOf(column: string): string;
}

export const sqliteDialect: SqlDialect = {
  name: 'sqlite',
  forUpdate: '',
  forUpdateSkipLocked: '',
  textsOfJson: 'SELECT value FROM json_each(?)',
  monthOf: (column) => `strftime('%Y-%m', ${column} / 1000, 'unixepoch')`,
};

export const postgresDialect: SqlDialect = {
  name: 'postgres',
  forUpdate: 'FOR UPDATE',
  forUpdateSkipLocked: 'FOR UPDATE SKIP LOCKED',
  textsOfJson: 'SELECT jsonb_array_elements_text(CAST(? AS jsonb))',
  monthOf: (column) => `to_char(to_timestamp(${column} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM')`,
};
