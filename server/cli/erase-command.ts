import type { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { withStores } from '../accounts/operator-stores.ts';
import { mediaPlace } from '../config/media-place.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import { eraseByOperator } from '../privacy/erase-by-operator.ts';
import { dataDirAt } from '../store/data-dir.ts';
import { erasableMedia } from '../store/media/open-media.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { printJson } from './print.ts';
import { loadedSettings } from './setting-options.ts';

/** `stridelab data delete`: deletes what is kept of runners, also while a server runs. */
export const eraseCommand = (): Command =>
  dataCommand(
    'delete',
    'Permanently delete analyses, and subjects with all their analyses: videos, pictures, frames, numbers, webhook events.',
  )
    .argument('<id...>', 'the ids of analyses or subjects')
    .action(async (ids: readonly string[], { data, json }: DataOptions, command: Command) => {
      const settings = loadedSettings(command).values;
      const files = erasableMedia(dataDirAt(requireStorePlace(settings)), mediaPlace(settings));
      const erased = await withStores(data, (stores) => eraseByOperator(stores, files, ids, Date.now));
      if (json)
        printJson({ deleted_analyses: erased.analyses, deleted_subjects: erased.subjects, unknown: erased.unknown });
      else {
        for (const id of erased.analyses) process.stdout.write(`Deleted analysis ${id}\n`);
        for (const id of erased.subjects) process.stdout.write(`Deleted subject ${id}\n`);
      }
      if (erased.unknown.length > 0)
        throw new StrideError('invalid_option', `nothing has the id ${erased.unknown.join(', ')}`);
    });
