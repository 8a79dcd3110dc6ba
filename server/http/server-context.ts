import type { AccountStore } from '../accounts/account-store.ts';
import type { AnalysisStore } from '../store/analysis-store.ts';
import type { DataDir } from '../store/data-dir.ts';
import type { SignedLinks } from './signed-links.ts';

/** What the routes work with. */
export interface ServerContext {
  readonly dir: DataDir;
  readonly analyses: AnalysisStore;
  readonly accounts: AccountStore;
  readonly links: SignedLinks;
  /** Base of the media links without a slash at its end; null to take it from each request. */
  readonly publicUrl: string | null;
  /** Whether a failed analysis tells its reason, which the vendor's does not. */
  readonly tellReasons: boolean;
  /** Called once an analysis waits. */
  readonly onQueued: () => void;
}
