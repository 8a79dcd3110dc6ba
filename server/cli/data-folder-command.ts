import { Command } from 'commander';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { eraseCommand } from './erase-command.ts';
import { printJson } from './print.ts';
import { rotateLinksCommand } from './rotate-links-command.ts';
import { loadedSettings } from './setting-options.ts';
import { wholeDataFolder } from './whole-data-folder.ts';

/** `stridelab data`: what a server keeps, also while it runs. */
export const dataFolderCommand = (): Command =>
  new Command('data')
    .description(
      'See to what is kept: back it up, put it back, delete what is kept of runners, end the links to their pictures.',
    )
    .addCommand(eraseCommand())
    .addCommand(rotateLinksCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand());

const backupCommand = (): Command =>
  dataCommand('backup', 'Back the data folder up into a new folder; a server may go on with its work.')
    .argument('<folder>', 'the backup’s folder, which is made')
    .action(async (target: string, { json }: DataOptions, command: Command) => {
      const data = wholeDataFolder(loadedSettings(command).values);
      const { folder, manifest, missingMedia } = await makeBackup(data, target, Date.now());
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

const restoreCommand = (): Command =>
  dataCommand(
    'restore',
    'Put a backup back, into a data folder that is empty or not there; the backup is checked first.',
  )
    .argument('<backup>', 'the backup’s folder')
    .action(async (backup: string, { json }: DataOptions, command: Command) => {
      const data = wholeDataFolder(loadedSettings(command).values);
      const { takenAt, files } = await restoreBackup(backup, data);
      if (json) printJson({ data, taken_at: takenAt, files: files.length });
      else process.stdout.write(`Put back into ${data} what was at ${takenAt}: ${files.length} files.\n`);
    });
