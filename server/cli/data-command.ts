import { Command } from 'commander';
import { storesPlace } from '../config/require-store-place.ts';
import type { Reader } from '../config/setting.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';

/** What every command on a data folder is given. */
export interface DataOptions {
  /** The data folder, or the URL of the PostgreSQL database. */
  readonly data: string;
  readonly json?: true;
}

/** A command that reads or changes what a server keeps, also while the server runs. It knows the server's settings. */
export function dataCommand(name: string, description: string, more: readonly Reader[] = []): Command {
  const command = addSettingOptions(new Command(name).description(description), ['store', ...more])
    .option('--json', 'print JSON')
    .exitOverride();
  return command.hook('preAction', () => {
    const { values } = loadedSettings(command);
    command.setOptionValue('data', storesPlace(values));
  });
}
