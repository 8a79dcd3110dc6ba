import type { Run } from '../store/analysis-store.ts';
import type { CreditBalance } from '../store/credit-ledger.ts';
import type { StoredFile } from '../store/media/stored-file.ts';
import type { ConsoleStores } from '../store/stores.ts';
import type { UsageStore } from '../store/usage-store.ts';
import type { WebhookSettings } from '../store/webhook-store.ts';
import type { TestedWebhook } from '../webhooks/send-test-event.ts';
import type { ConsolePages } from './pages/console-pages.ts';

/** What the console's routes work with beside what those of the API do. */
export interface ConsoleContext extends ConsoleStores {
  readonly usage: UsageStore;
  readonly creditBalance: (partnerId: string) => Promise<CreditBalance>;
  readonly removeWebhook: (partnerId: string) => Promise<void>;
  /** Posts a test event, once. */
  readonly testWebhook: (settings: WebhookSettings) => Promise<TestedWebhook>;
  /** What a run measured, as it is kept; null where it was not. */
  readonly details: (run: Run) => Promise<StoredFile | null>;
  /** A path of this machine for what is being made, which goes with this process however that ends. */
  readonly scratchPath: () => string;
  /** How long a media link holds, seconds. */
  readonly linkLifetimeS: number;
  /** What the browser is given; null where it was not built. */
  readonly pages: ConsolePages | null;
}
