import { Command } from 'commander';
import { initialTextOf } from '../config/initial-text.ts';
import type { LoadedSettings } from '../config/load-settings.ts';
import { monitorPlace } from '../config/monitor-place.ts';
import { requireStorePlace } from '../config/require-store-place.ts';
import { nameOf } from '../config/setting.ts';
import { settingAt, settingKeys } from '../config/settings.ts';
import { shownValue } from '../config/shown-value.ts';
import { printJson, printTable } from './print.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';

interface ConfigOptions {
  readonly check?: true;
  readonly json?: true;
}

/** `stridelab config`: the settings in force, and where each was said. */
export function configCommand(): Command {
  const command = new Command('config')
    .description('Show the settings in force and where each comes from; secrets are hidden.')
    .option('--check', 'only check whether `stridelab serve` would accept them')
    .option('--json', 'print JSON');
  return addSettingOptions(command, 'all').action(({ check, json }: ConfigOptions) => {
    const loaded = loadedSettings(command);
    if (check === true) {
      requireStorePlace(loaded.values);
      monitorPlace(loaded.values);
      if (json) printJson({ ok: true });
      else process.stdout.write('The settings can be used.\n');
    } else if (json) printJson(asJson(loaded));
    else printTable(['Setting', 'Value', 'From'], rows(loaded));
  });
}

const rows = ({ values, origins }: LoadedSettings): (string | null)[][] =>
  settingKeys.map((key) => {
    const { origin, place } = origins[key];
    const value = origin === 'default' ? initialTextOf(key) : shownValue(values, key);
    return [nameOf(key), value, place ?? origin];
  });

/** Values keep their types, for programs; what is hidden is `***`. */
function asJson({ values, origins, file }: LoadedSettings): unknown {
  const settings = settingKeys.map((key) => {
    const { secret, redact } = settingAt(key);
    const isHidden = secret === true || redact !== undefined;
    return [nameOf(key), { value: isHidden ? shownValue(values, key) : values[key], ...origins[key] }];
  });
  return { file, settings: Object.fromEntries(settings) };
}
