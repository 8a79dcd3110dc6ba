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
    .description(
      'See to what is kept: back it up, put it back, delete what is kept of runners, end the links to their pictures.',
    )
    .addCommand(eraseCommand())
    .addCommand(rotateLinksCommand())
    .addCommand(backupCommand(signal))
    .addCommand(restoreCommand(signal));

const backupCommand = (signal: AbortSignal): Command =>
  dataCommand('backup', 'Back the data folder up into a new folder; a server may go on with its work.')
    .argument('<folder>', 'the backup’s folder, which is made')
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
  dataCommand(
    'restore',
    'Put a backup back, into a data folder that is empty or not there; the backup is checked first.',
  )
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
