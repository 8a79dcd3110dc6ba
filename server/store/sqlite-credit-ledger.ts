import type { CreditBalance, CreditEntry, CreditGrant, CreditLedger } from './credit-ledger.ts';
import type { Connection } from './database.ts';
import { firstOf, prepareAll, type Statement } from './prepared-statements.ts';

interface BalanceRow extends Omit<CreditBalance, 'metered'> {
  readonly metered: number;
}

/** Credits in SQLite. The methods `add…`, `take` and `giveBack` belong into a transaction of the caller's. */
export class SqliteCreditLedger implements CreditLedger {
  readonly #database: Connection;
  readonly #sql: Readonly<Record<keyof typeof texts, Statement>>;

  constructor(database: Connection) {
    this.#database = database;
    this.#sql = prepareAll(database, texts);
  }

  async grant(partnerId: string, grant: CreditGrant, nowMs: number): Promise<CreditBalance> {
    return this.#database
      .transaction(() => {
        this.addGrant(partnerId, grant, nowMs);
        return this.#balanceOf(partnerId);
      })
      .immediate();
  }

  async balance(partnerId: string): Promise<CreditBalance> {
    return this.#balanceOf(partnerId);
  }

  async entries(partnerId: string): Promise<CreditEntry[]> {
    return this.#sql.entries.all(partnerId) as CreditEntry[];
  }

  addGrant(partnerId: string, { amount, note }: CreditGrant, nowMs: number): void {
    this.#sql.raise.run(amount, partnerId);
    this.#sql.addGrant.run(partnerId, amount, note, nowMs);
  }

  /** Takes a credit for an analysis, or writes that an unmetered partner pays none. @returns False when none is left. */
  take(partnerId: string, analysisId: string, nowMs: number): boolean {
    const charged = firstOf<{ readonly amount: number }>(this.#sql.charge.all(partnerId));
    if (charged === null) return false;
    this.#sql.addTaken.run(partnerId, charged.amount, analysisId, nowMs);
    return true;
  }

  /** Returns what was taken for an analysis, if anything was and it has not been returned before. */
  giveBack(analysisId: string, nowMs: number): void {
    const returned = this.#sql.addReturned.all(nowMs, analysisId) as readonly {
      readonly partner_id: string;
      readonly amount: number;
    }[];
    for (const { partner_id: partnerId, amount } of returned) this.#sql.refund.run(amount, partnerId);
  }

  #balanceOf(partnerId: string): CreditBalance {
    const row = firstOf<BalanceRow>(this.#sql.balance.all(partnerId));
    if (row === null) throw new Error(`there is no partner ${partnerId}`);
    return { ...row, metered: row.metered === 1 };
  }
}

const sum = (kind: string): string =>
  `(SELECT COALESCE(SUM(amount), 0) FROM credit_entries WHERE partner_id = p.id AND kind = '${kind}')`;

const texts = {
  raise: 'UPDATE partners SET metered = 1, balance = balance + ? WHERE id = ?',
  refund: 'UPDATE partners SET balance = balance + ? WHERE id = ?',
  charge: `UPDATE partners SET balance = balance - metered WHERE id = ? AND balance >= metered RETURNING metered AS amount`,
  addGrant: `INSERT INTO credit_entries (partner_id, kind, amount, note, created_at) VALUES (?, 'granted', ?, ?, ?)`,
  addTaken: `INSERT INTO credit_entries (partner_id, kind, amount, analysis_id, created_at) VALUES (?, 'taken', ?, ?, ?)`,
  addReturned: `INSERT INTO credit_entries (partner_id, kind, amount, analysis_id, created_at)
     SELECT partner_id, 'returned', amount, analysis_id, ? FROM credit_entries WHERE analysis_id = ? AND kind = 'taken'
     ON CONFLICT DO NOTHING RETURNING partner_id, amount`,
  balance: `SELECT p.metered, ${sum('granted')} AS granted, ${sum('taken')} AS taken, ${sum('returned')} AS returned, p.balance
     FROM partners p WHERE p.id = ?`,
  entries: `SELECT sequence, kind, amount, SUM(CASE kind WHEN 'taken' THEN -amount ELSE amount END) OVER (ORDER BY sequence)
       AS balance, analysis_id AS analysisId, note, created_at AS createdAtMs
     FROM credit_entries WHERE partner_id = ? ORDER BY sequence`,
} as const;
