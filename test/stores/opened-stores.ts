import type { ConsoleStores, Stores } from '../../server/store/stores.ts';

export interface StoreOptions {
  readonly keepCreditsOfFailed?: boolean;
}

/** Stores under test: empty, on a memory of their own. They close when the test ends. */
export interface OpenedStores extends Stores {
  /** The same memory over one more connection, as of another process. */
  beside(): Promise<Stores>;
}

export type OpenStores = (options?: StoreOptions) => Promise<OpenedStores>;

/** The same, with what the emulator has not. */
export interface OpenedConsoleStores extends Stores, ConsoleStores {
  beside(): Promise<Stores & ConsoleStores>;
}

export type OpenConsoleStores = (options?: StoreOptions) => Promise<OpenedConsoleStores>;

/** Adds a partner. @returns The partner's id. */
export const partnerIn = async ({ accounts }: Stores, partner = 'Acme'): Promise<string> =>
  (await accounts.createKey({ partner, label: null, credits: null }, 1)).partnerId;
