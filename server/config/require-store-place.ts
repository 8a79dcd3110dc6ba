import { StrideError } from '../../engine/errors/stride-error.ts';
import type { Settings } from './settings.ts';

/**
 * The data folder that the settings name.
 *
 * @throws StrideError `invalid_setting` where none is named.
 */
export function requireStorePlace({ data }: Pick<Settings, 'data'>): string {
  if (data !== null) return data;
  throw new StrideError(
    'invalid_setting',
    'no data folder is named; say --data, STRIDELAB_DATA or data in a settings file',
  );
}

/**
 * Where the stores lie that the settings name: a PostgreSQL database by its URL, else the data folder.
 *
 * @throws StrideError `invalid_setting` where neither is named.
 */
export const storesPlace = ({ data, database }: Pick<Settings, 'data' | 'database'>): string =>
  database ?? requireStorePlace({ data });
