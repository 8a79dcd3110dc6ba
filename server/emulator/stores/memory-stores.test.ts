import { randomUUID } from 'node:crypto';
import { describeAccountStore } from '../../../test/stores/describe-account-store.ts';
import { describeAnalysisStore } from '../../../test/stores/describe-analysis-store.ts';
import { describeCreditLedger } from '../../../test/stores/describe-credit-ledger.ts';
import { describeCreditSequences } from '../../../test/stores/describe-credit-sequences.ts';
import { describeSubjectStore } from '../../../test/stores/describe-subject-store.ts';
import { describeUsageStore } from '../../../test/stores/describe-usage-store.ts';
import { describeWebhookStore } from '../../../test/stores/describe-webhook-store.ts';
import type { OpenStores } from '../../../test/stores/opened-stores.ts';
import { generateApiKey } from '../../accounts/api-key.ts';
import { generateWebhookSecret } from '../../webhooks/webhook-secret.ts';
import { emptyMemory } from './memory.ts';
import { memoryStores } from './memory-stores.ts';

const open: OpenStores = async (options = {}) => {
  const sources = { newId: randomUUID, newKey: generateApiKey, newSecret: generateWebhookSecret };
  // One memory, one set of stores: what a second connection sees is what the first one sees.
  const stores = memoryStores(emptyMemory(), sources, options);
  return { ...stores, beside: async () => stores };
};

for (const describeStore of [
  describeAccountStore,
  describeAnalysisStore,
  describeCreditLedger,
  describeCreditSequences,
  describeSubjectStore,
  describeUsageStore,
  describeWebhookStore,
]) {
  describeStore(open);
}
