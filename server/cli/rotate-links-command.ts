import type { Command } from 'commander';
import { requireStores } from '../accounts/operator-stores.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import { openDataDir } from '../store/data-dir.ts';
import { replaceMediaKey } from '../store/media-key.ts';
import { openDatabase } from '../store/open-database.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { printJson } from './print.ts';
import { loadedSettings } from './setting-options.ts';

/** `stridelab data rotate-links`: ends every media link that was given out, also while servers run. */
export const rotateLinksCommand = (): Command =>
  dataCommand(
    'rotate-links',
    'Replace the signing key of media links: all links that were given out stop working within seconds.',
  ).action(async ({ json }: DataOptions, command: Command) => {
    const settings = loadedSettings(command).values;
    const data = requireStorePlace(settings);
    requireStores(settings.database ?? data);
    const dir = openDataDir(data);
    const database = await openDatabase(dir, settings.database, { policy: 'leave as it is' });
    try {
      await replaceMediaKey(dir, database);
    } finally {
      await database.close();
    }
    if (json) printJson({ rotated: true });
    else process.stdout.write('The key is replaced. Links of new results hold; all others have stopped.\n');
  });
