import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { dataDirAt, noStore, openDataDir } from '../store/data-dir.ts';
import { explainStoreError } from '../store/explain-store-error.ts';
import { refuseNewWithinAnother } from '../store/media/require-shared-media.ts';
import { openStores } from '../store/open-stores.ts';
import type { ConsoleStores, Stores } from '../store/stores.ts';

const isDatabaseUrl = (place: string): boolean => /^postgres(ql)?:/.test(place);

/** Whether stores are at a place; of a database it is taken for granted. */
export const hasStores = (place: string): boolean => isDatabaseUrl(place) || existsSync(dataDirAt(place).databasePath);

/** @throws StrideError `data_dir_unusable` for a place without stores, which an act on those that are there is not to make. */
export function requireStores(place: string): void {
  if (hasStores(place)) return;
  throw new StrideError('data_dir_unusable', `no store is in ${resolve(place)}`, { advice: noStore });
}

/**
 * Opens the stores of a data folder that is there for one act of the operator's, also while a server runs on the folder.
 *
 * @param place The folder, or the URL of the PostgreSQL database that holds the stores.
 * @throws StrideError `data_dir_unusable`, `database_unusable`.
 */
export async function withStores<T>(place: string, act: (stores: Stores & ConsoleStores) => Promise<T>): Promise<T> {
  requireStores(place);
  return withNewStores(place, act);
}

/**
 * The same, and makes the folder where there is none.
 *
 * @throws StrideError `data_dir_unusable`, `database_unusable`, `media_of_another_store`.
 */
export async function withNewStores<T>(place: string, act: (stores: Stores & ConsoleStores) => Promise<T>): Promise<T> {
  if (!isDatabaseUrl(place)) await refuseNewWithinAnother(place);
  // A look at the store of a server that runs must not lock that server's version out.
  const policy = 'leave as it is';
  const stores = isDatabaseUrl(place)
    ? await openStores({ dir: dataDirAt('.'), databaseUrl: place, policy })
    : await openStores({ dir: openDataDir(place), policy });
  try {
    return await act(stores);
  } catch (error) {
    throw explainStoreError(error);
  } finally {
    await stores.close();
  }
}

/**
 * The id of the partner with a name.
 *
 * @throws StrideError `invalid_option` when there is none.
 */
export async function idOfPartner({ accounts }: Pick<Stores, 'accounts'>, partner: string): Promise<string> {
  const id = await accounts.partnerNamed(partner.trim());
  if (id === null)
    throw new StrideError(
      'invalid_option',
      `no partner has the name ${partner.trim()}; \`stridelab keys list\` shows them`,
    );
  return id;
}
