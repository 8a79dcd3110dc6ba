/** `granted` by the operator, `taken` when an analysis is started, `returned` when it fails. */
export type CreditKind = 'granted' | 'taken' | 'returned';

/** One line of a partner's ledger; lines are added, never changed. */
export interface CreditEntry {
  /** Grows from line to line. */
  readonly sequence: number;
  readonly kind: CreditKind;
  /** How many, never negative; 0 for an analysis that was not charged. */
  readonly amount: number;
  /** What the partner had after this line. */
  readonly balance: number;
  /** The analysis that it was taken or returned for. */
  readonly analysisId: string | null;
  readonly note: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** What a partner has: `balance = granted - taken + returned`, which is never negative. */
export interface CreditBalance {
  /** Whether analyses are charged: since the operator's first grant. */
  readonly metered: boolean;
  readonly granted: number;
  readonly taken: number;
  readonly returned: number;
  readonly balance: number;
}

export interface CreditGrant {
  /** A whole number from 0 on; 0 has the partner's analyses charged without giving any. */
  readonly amount: number;
  readonly note: string | null;
}

/**
 * All that the server asks of its memory of credits. Taking and returning is the analyses' own business
 * (`AnalysisStore`), since it commits together with the analysis.
 */
export interface CreditLedger {
  /** Grants credits; from the first grant on the partner's analyses are charged. */
  grant(partnerId: string, grant: CreditGrant, nowMs: number): Promise<CreditBalance>;
  balance(partnerId: string): Promise<CreditBalance>;
  /** Oldest first. */
  entries(partnerId: string): Promise<CreditEntry[]>;
}
