import type { UsageCount } from '../store/usage-store.ts';
import { idOfPartner, withStores } from './operator-stores.ts';

/**
 * What a partner analysed, by month, view and outcome.
 *
 * @throws StrideError `data_dir_unusable`, `invalid_option` when no partner has the name.
 */
export async function partnerUsage(dataDir: string, partner: string): Promise<UsageCount[]> {
  return withStores(dataDir, async (stores) => stores.usage.byMonth(await idOfPartner(stores, partner)));
}
