import { describeAnalysisPages } from './describe-analysis-pages.ts';
import { describeLedgerEnd } from './describe-ledger-end.ts';
import { describePartnerKeyStore } from './describe-partner-key-store.ts';
import { describePeopleStore } from './describe-people-store.ts';
import { describeSessionStore } from './describe-session-store.ts';
import type { OpenConsoleStores } from './opened-stores.ts';

/** What both databases do for the console. */
export function describeConsoleStores(open: OpenConsoleStores): void {
  describePeopleStore(open);
  describeSessionStore(open);
  describePartnerKeyStore(open);
  describeAnalysisPages(open);
  describeLedgerEnd(open);
}
