import type { AccountStore } from '../accounts/account-store.ts';
import type { PartnerKeyStore } from '../accounts/partner-key-store.ts';
import type { PeopleStore } from '../accounts/people-store.ts';
import type { SessionStore } from '../accounts/session-store.ts';
import type { AnalysisPages } from './analysis-pages.ts';
import type { AnalysisStore } from './analysis-store.ts';
import type { CreditEntry, CreditLedger } from './credit-ledger.ts';
import type { SubjectStore } from './subject-store.ts';
import type { UsageStore } from './usage-store.ts';
import type { WebhookStore } from './webhook-store.ts';

/** Everything that a server remembers. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly analyses: AnalysisStore;
  readonly credits: CreditLedger;
  readonly subjects: SubjectStore;
  readonly usage: UsageStore;
  readonly webhooks: WebhookStore;
}

/** What a server with a database remembers beside, for the console: the emulator has neither. */
export interface ConsoleStores {
  readonly analysisPages: AnalysisPages;
  /** The latest lines of a partner's ledger, newest first. */
  readonly ledgerEnd: (partnerId: string, limit: number) => Promise<CreditEntry[]>;
  readonly partnerKeys: PartnerKeyStore;
  readonly people: PeopleStore;
  readonly sessions: SessionStore;
}
