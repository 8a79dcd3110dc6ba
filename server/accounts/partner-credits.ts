import type { CreditBalance, CreditEntry, CreditGrant } from '../store/credit-ledger.ts';
import { idOfPartner, withStores } from './operator-stores.ts';

/**
 * Grants credits to a partner; from the first grant on its analyses are charged. May be called while a server runs on
 * the folder: the credits count at once.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` when no partner has the name.
 */
export async function grantPartnerCredits(
  dataDir: string,
  partner: string,
  grant: CreditGrant,
): Promise<CreditBalance> {
  return withStores(dataDir, async (stores) =>
    stores.credits.grant(await idOfPartner(stores, partner), grant, Date.now()),
  );
}

/** What a partner has. @throws StrideError as `grantPartnerCredits`. */
export async function partnerCredits(dataDir: string, partner: string): Promise<CreditBalance> {
  return withStores(dataDir, async (stores) => stores.credits.balance(await idOfPartner(stores, partner)));
}

/** Every credit that came or went, oldest first. @throws StrideError as `grantPartnerCredits`. */
export async function partnerLedger(dataDir: string, partner: string): Promise<CreditEntry[]> {
  return withStores(dataDir, async (stores) => stores.credits.entries(await idOfPartner(stores, partner)));
}
