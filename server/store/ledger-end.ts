import type { CreditEntry } from './credit-ledger.ts';
import type { SqlDatabase } from './sql-database.ts';

interface Row extends Omit<CreditEntry, 'balance'> {
  /** What the partner has after its last line. */
  readonly balanceNow: number;
}

const text = `SELECT e.sequence, e.kind, e.amount, e.analysis_id AS "analysisId", e.note, e.created_at AS "createdAtMs",
     p.balance AS "balanceNow"
   FROM credit_entries e JOIN partners p ON p.id = e.partner_id
   WHERE e.partner_id = ? ORDER BY e.sequence DESC LIMIT ?`;

/** The latest lines of a partner's ledger, newest first. Reads no more than these, however long the ledger is. */
export async function ledgerEnd(database: SqlDatabase, partnerId: string, limit: number): Promise<CreditEntry[]> {
  const rows = await database.query<Row>(text, partnerId, limit);
  let balance = rows[0]?.balanceNow ?? 0;
  return rows.map(({ balanceNow: _now, ...row }) => {
    const entry = { ...row, balance };
    balance += row.kind === 'taken' ? row.amount : -row.amount;
    return entry;
  });
}
