import type { AnalysisType } from '../../contract/schemas/start.ts';

/** An API key as it is listed. */
export interface ConsoleKey {
  readonly keyId: string;
  readonly label: string | null;
  /** How the key begins. */
  readonly prefix: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
  readonly revokedAtMs: number | null;
}

/** `GET /console/api/keys`, oldest first, revoked ones too. */
export interface ConsoleKeyList {
  readonly keys: readonly ConsoleKey[];
}

/** `POST /console/api/keys`. `DELETE /console/api/keys/:id` answers 204, to an unknown or revoked one 404 `key_not_found`. */
export interface NewKeyRequest {
  /** At most 100 characters. */
  readonly label?: string | null;
}

/** The answer of `POST /console/api/keys` and `POST /console/api/keys/:id/rotate`: the only time that the key can be read. */
export interface CreatedConsoleKey {
  readonly keyId: string;
  readonly key: string;
  readonly label: string | null;
}

export interface ConsoleCreditEntry {
  /** Grows from line to line. */
  readonly sequence: number;
  readonly kind: 'granted' | 'taken' | 'returned';
  readonly amount: number;
  /** After this line. */
  readonly balance: number;
  readonly analysisId: string | null;
  readonly note: string | null;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** `GET /console/api/credits`. */
export interface ConsoleCredits {
  /** What is left; null where analyses are not charged. */
  readonly balance: number | null;
  /** The latest 500 lines, newest first. */
  readonly ledger: readonly ConsoleCreditEntry[];
}

export interface ConsoleUsageCount {
  /** Calendar month in UTC, such as `2026-03`. */
  readonly month: string;
  readonly analysisType: AnalysisType;
  readonly outcome: 'success' | 'failed' | 'open';
  readonly analyses: number;
}

/** `GET /console/api/usage`, oldest month first; kinds that did not occur are left out. */
export interface ConsoleUsage {
  readonly counts: readonly ConsoleUsageCount[];
}
