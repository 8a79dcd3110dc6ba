import { type Command, Option } from 'commander';
import { initialTextOf } from '../config/initial-text.ts';
import { type LoadedSettings, loadSettings } from '../config/load-settings.ts';
import { nameOf, type Reader } from '../config/setting.ts';
import { type SettingKey, settingAt, settingKeys, settingsReadBy } from '../config/settings.ts';

/** Gives a command a flag for every setting that it reads, and `--config`. Values are checked by `loadedSettings`. */
export function addSettingOptions(command: Command, readers: 'all' | readonly Reader[]): Command {
  command.option('--config <file>', 'YAML or JSON file of settings; flags and STRIDELAB_… variables override it');
  const keys = readers === 'all' ? settingKeys : settingsReadBy(...readers);
  for (const key of keys) for (const option of optionsOf(key)) command.addOption(option);
  return command;
}

/** The settings that hold for a command: its flags, else the environment, else the settings file, else the defaults. */
export const loadedSettings = (command: Command): LoadedSettings =>
  loadSettings({ flags: command.opts(), environment: process.env });

function optionsOf(key: SettingKey): readonly Option[] {
  const { secret, kind, help, initial } = settingAt(key);
  if (secret === true) return [];
  const flag = `--${nameOf(key)}`;
  const words = `${help} (default: ${initialTextOf(key)})`;
  if (typeof initial !== 'boolean') return [new Option(`${flag} <${kind.placeholder}>`, words)];
  const off = `--no-${nameOf(key)}`;
  // The one that changes the default is shown; the other one goes before a file.
  return [new Option(flag, words).hideHelp(initial), new Option(off, `do not ${help}`).hideHelp(!initial)];
}
