import type { CreditBalance, CreditEntry, CreditGrant, CreditLedger } from './credit-ledger.ts';
import { firstOf, type SqlConnection, type SqlDatabase } from './sql-database.ts';

interface BalanceRow extends Omit<CreditBalance, 'metered'> {
  readonly metered: number;
}

/** Credits in a database. The methods that take a connection belong into a transaction of the caller's. */
export class SqlCreditLedger implements CreditLedger {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async grant(partnerId: string, grant: CreditGrant, nowMs: number): Promise<CreditBalance> {
    return this.#database.transaction(async (connection) => {
      await this.addGrant(connection, partnerId, grant, nowMs);
      return balanceOf(connection, partnerId);
    });
  }

  balance(partnerId: string): Promise<CreditBalance> {
    return balanceOf(this.#database, partnerId);
  }

  async entries(partnerId: string): Promise<CreditEntry[]> {
    return [...(await this.#database.query<CreditEntry>(texts.entries, partnerId))];
  }

  async addGrant(
    connection: SqlConnection,
    partnerId: string,
    { amount, note }: CreditGrant,
    nowMs: number,
  ): Promise<void> {
    await connection.run(texts.raise, amount, partnerId);
    await connection.run(texts.addGrant, partnerId, amount, note, nowMs);
  }

  /** Takes a credit for an analysis, or writes that an unmetered partner pays none. @returns False when none is left. */
  async take(connection: SqlConnection, partnerId: string, analysisId: string, nowMs: number): Promise<boolean> {
    const charged = firstOf(await connection.query<{ readonly amount: number }>(texts.charge, partnerId));
    if (charged === null) return false;
    await connection.run(texts.addTaken, partnerId, charged.amount, analysisId, nowMs);
    return true;
  }

  /** Returns what was taken for an analysis of a partner, if anything was and it has not been returned before. */
  async giveBack(connection: SqlConnection, partnerId: string, analysisId: string, nowMs: number): Promise<void> {
    // Whoever writes a line holds the partner, so that a partner's lines are numbered in the order of their coming.
    await connection.query(`${texts.hold} ${connection.dialect.forUpdate}`, partnerId);
    const returned = await connection.query<{ readonly amount: number }>(texts.addReturned, nowMs, analysisId);
    for (const { amount } of returned) await connection.run(texts.refund, amount, partnerId);
  }
}

async function balanceOf(connection: SqlConnection, partnerId: string): Promise<CreditBalance> {
  const row = firstOf(await connection.query<BalanceRow>(texts.balance, partnerId));
  if (row === null) throw new Error(`there is no partner ${partnerId}`);
  return { ...row, metered: row.metered === 1 };
}

const sum = (kind: string): string =>
  `(SELECT COALESCE(SUM(amount), 0) FROM credit_entries WHERE partner_id = p.id AND kind = '${kind}')`;

const texts = {
  hold: 'SELECT id FROM partners WHERE id = ?',
  raise: 'UPDATE partners SET metered = 1, balance = balance + ? WHERE id = ?',
  refund: 'UPDATE partners SET balance = balance + ? WHERE id = ?',
  charge: `UPDATE partners SET balance = balance - metered WHERE id = ? AND balance >= metered RETURNING metered AS amount`,
  addGrant: `INSERT INTO credit_entries (partner_id, kind, amount, note, created_at) VALUES (?, 'granted', ?, ?, ?)`,
  addTaken: `INSERT INTO credit_entries (partner_id, kind, amount, analysis_id, created_at) VALUES (?, 'taken', ?, ?, ?)`,
  addReturned: `INSERT INTO credit_entries (partner_id, kind, amount, analysis_id, created_at)
     SELECT partner_id, 'returned', amount, analysis_id, ? FROM credit_entries WHERE analysis_id = ? AND kind = 'taken'
     ON CONFLICT DO NOTHING RETURNING amount`,
  balance: `SELECT p.metered, ${sum('granted')} AS granted, ${sum('taken')} AS taken, ${sum('returned')} AS returned, p.balance
     FROM partners p WHERE p.id = ?`,
  entries: `SELECT sequence, kind, amount, SUM(CASE kind WHEN 'taken' THEN -amount ELSE amount END) OVER (ORDER BY sequence)
       AS balance, analysis_id AS "analysisId", note, created_at AS "createdAtMs"
     FROM credit_entries WHERE partner_id = ? ORDER BY sequence`,
} as const;
