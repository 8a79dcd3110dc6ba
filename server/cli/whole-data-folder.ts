import { StrideError } from '../../engine/errors/stride-error.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import type { Settings } from '../config/settings.ts';

/**
 * The data folder that holds all that a server keeps, for what works on the folder alone.
 *
 * @throws StrideError `invalid_option` where the settings have a part of it elsewhere, `invalid_setting` where none is named.
 */
export function wholeDataFolder(settings: Pick<Settings, 'data' | 'database' | 'media'>): string {
  if (settings.media !== null)
    throw new StrideError(
      'invalid_option',
      '`media` has uploads and pictures lie elsewhere; docs/guides/operate.md says how to back them up',
    );
  if (settings.database === null) return requireStorePlace(settings);
  throw new StrideError(
    'invalid_option',
    'the store is in PostgreSQL, whose own tools back it up; docs/guides/operate.md says how',
  );
}
