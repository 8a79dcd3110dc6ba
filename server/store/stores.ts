import type { AccountStore } from '../accounts/account-store.ts';
import type { AnalysisStore } from './analysis-store.ts';
import type { CreditLedger } from './credit-ledger.ts';
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
