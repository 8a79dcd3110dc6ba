import { randomUUID } from 'node:crypto';
import { describeEveryStore } from '../../../test/stores/describe-every-store.ts';
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

describeEveryStore(open);
