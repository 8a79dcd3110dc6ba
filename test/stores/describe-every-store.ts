import { describeAccountStore } from './describe-account-store.ts';
import { describeAnalysisErasure } from './describe-analysis-erasure.ts';
import { describeAnalysisStore } from './describe-analysis-store.ts';
import { describeCreditLedger } from './describe-credit-ledger.ts';
import { describeCreditSequences } from './describe-credit-sequences.ts';
import { describeSubjectStore } from './describe-subject-store.ts';
import { describeUsageStore } from './describe-usage-store.ts';
import { describeWebhookStore } from './describe-webhook-store.ts';
import type { OpenStores } from './opened-stores.ts';

/** What every implementation of the stores must do. */
export function describeEveryStore(open: OpenStores): void {
  describeAccountStore(open);
  describeAnalysisStore(open);
  describeAnalysisErasure(open);
  describeCreditLedger(open);
  describeCreditSequences(open);
  describeSubjectStore(open);
  describeUsageStore(open);
  describeWebhookStore(open);
}
