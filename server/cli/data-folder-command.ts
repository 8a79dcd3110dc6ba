import { Command } from 'commander';
import type { BackupWatch } from '../backup/backup-watch.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { eraseCommand } from './erase-command.ts';
import { printJson } from './print.ts';
import { quietHelp, withProgress } from './progress-line.ts';
import { rotateLinksCommand } from './rotate-links-command.ts';
import { loadedSettings } from './setting-options.ts';
import { wholeDataFolder } from './whole-data-folder.ts';

interface LongOptions extends DataOptions {
  readonly quiet?: true;
}

/** `stridelab data`: what a server keeps, also while it runs. */
export const dataFolderCommand = (signal: AbortSignal): Command =>
  new Command('data')
    .description('Back up and restore the data folder, delete runners’ data, invalidate links to pictures.')
    .addCommand(eraseCommand())
    .addCommand(rotateLinksCommand())
    .addCommand(backupCommand(signal))
    .addCommand(restoreCommand(signal));

const backupCommand = (signal: AbortSignal): Command =>
  dataCommand('backup', 'Back up the data folder into a new folder, also while a server runs.')
    .argument('<folder>', 'the folder of the backup, which is created')
    .option('--quiet', quietHelp)
    .action(async (target: string, { json, quiet }: LongOptions, command: Command) => {
      const data = wholeDataFolder(loadedSettings(command).values);
      const { folder, manifest, missingMedia } = await watched(quiet, signal, 'adding checksums', (watch) =>
        makeBackup(data, target, Date.now(), watch),
      );
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      if (json) {
        printJson({
          folder,
          taken_at: manifest.takenAt,
          files: manifest.files.length,
          bytes,
          missing_media: missingMedia,
        });
        return;
      }
      process.stdout.write(`Backed up into ${folder}: ${manifest.files.length} files, ${bytes} bytes.\n`);
      if (missingMedia > 0) process.stdout.write(`${missingMedia} finished analyses have no pictures any more.\n`);
    });

const restoreCommand = (signal: AbortSignal): Command =>
  dataCommand('restore', 'Restore a backup into an empty or new data folder; the backup is checked first.')
    .argument('<backup>', 'the backup’s folder')
    .option('--quiet', quietHelp)
    .action(async (backup: string, { json, quiet }: LongOptions, command: Command) => {
      const data = wholeDataFolder(loadedSettings(command).values);
      const { takenAt, files } = await watched(quiet, signal, 'copying and checking', (watch) =>
        restoreBackup(backup, data, watch),
      );
      if (json) printJson({ data, taken_at: takenAt, files: files.length });
      else process.stdout.write(`Put back into ${data} what was at ${takenAt}: ${files.length} files.\n`);
    });

/** Backups are mostly taken by the clock, and soon. */
const silentMs = 10_000;

const watched = <T>(
  quiet: true | undefined,
  signal: AbortSignal,
  label: string,
  work: (watch: BackupWatch) => Promise<T>,
): Promise<T> =>
  withProgress(
    quiet === true,
    (progress) =>
      work({
        signal,
        onBytes: (done, expected) =>
          progress.update(expected === 0 ? 100 : (100 * done) / expected, label, {
            count: { done: done / 1e6, unit: 'megabytes' },
          }),
      }),
    silentMs,
  );
