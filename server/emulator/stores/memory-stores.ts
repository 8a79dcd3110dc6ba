import type { OnAnalysisChange } from '../../store/analysis-change.ts';
import type { AnalysisStoreOptions } from '../../store/sql-analysis-store.ts';
import type { StoreSources } from '../../store/sql-stores.ts';
import type { Stores } from '../../store/stores.ts';
import type { Memory } from './memory.ts';
import { MemoryAccountStore } from './memory-account-store.ts';
import { MemoryAnalysisStore } from './memory-analysis-store.ts';
import { MemoryCreditLedger } from './memory-credit-ledger.ts';
import { MemorySubjectStore } from './memory-subject-store.ts';
import { MemoryUsageStore } from './memory-usage-store.ts';
import { MemoryWebhookStore } from './memory-webhook-store.ts';

export interface MemoryStores extends Stores {
  readonly analyses: MemoryAnalysisStore;
}

/** Everything that a server remembers, on no disk. Webhooks are told of every change of an analysis. */
export function memoryStores(
  memory: Memory,
  sources: StoreSources,
  { onChange, ...options }: AnalysisStoreOptions = {},
): MemoryStores {
  const webhooks = new MemoryWebhookStore(memory, sources);
  const tell: OnAnalysisChange = (change) => {
    webhooks.record(change);
    onChange?.(change);
  };
  return {
    accounts: new MemoryAccountStore(memory, sources),
    analyses: new MemoryAnalysisStore(memory, {
      ...options,
      onChange: tell,
      onErase: (id) => webhooks.forgetAnalysis(id),
    }),
    credits: new MemoryCreditLedger(memory),
    subjects: new MemorySubjectStore(memory),
    usage: new MemoryUsageStore(memory),
    webhooks,
  };
}
