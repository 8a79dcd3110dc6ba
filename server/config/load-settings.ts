import { readFileSync } from 'node:fs';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { nameOf, variableOf } from './setting.ts';
import { type SettingKey, type Settings, settingAt, settingKeys } from './settings.ts';
import { readSettingsFile } from './settings-file.ts';

/** Where values may be said. */
export interface SettingSources {
  /** What the command line says, by the settings' names in code; `config` names the file. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where a value was said. */
export type Origin = 'flag' | 'environment' | 'file' | 'default';

export interface SettingOrigin {
  readonly origin: Origin;
  /** The flag, variable or line of a file; null for a default. */
  readonly place: string | null;
}

export interface LoadedSettings {
  readonly values: Settings;
  readonly origins: Readonly<Record<SettingKey, SettingOrigin>>;
  /** The settings file; null where none was named. */
  readonly file: string | null;
}

interface Said {
  readonly text: string;
  readonly origin: SettingOrigin;
}

/** Variables that begin like ours and are no settings: the cache of converted networks, and the file itself. */
const otherVariables: ReadonlySet<string> = new Set(['STRIDELAB_CACHE', 'STRIDELAB_CONFIG']);

/**
 * The value of every setting: what a flag says, else the environment, else the file, else the default. An empty
 * variable says nothing.
 *
 * @throws StrideError `invalid_setting`, which tells everything that is wrong and where.
 */
export function loadSettings({ flags, environment }: SettingSources): LoadedSettings {
  const problems: string[] = [];
  const path = typeof flags.config === 'string' ? flags.config : environment.STRIDELAB_CONFIG || null;
  const said = [saidByFile(path, problems), saidByEnvironment(environment, problems), saidByFlags(flags)];
  const values: Partial<Record<SettingKey, unknown>> = {};
  const origins: Partial<Record<SettingKey, SettingOrigin>> = {};
  for (const key of settingKeys) {
    const { kind, initial } = settingAt(key);
    values[key] = initial;
    origins[key] = { origin: 'default', place: null };
    // Every place is checked, also those that another one goes before.
    for (const source of said) {
      const word = source.get(key);
      if (word === undefined) continue;
      const value = kind.read(word.text);
      if (value === undefined) problems.push(`${word.origin.place}${shown(key, word.text)} takes ${kind.allowed}`);
      values[key] = value;
      origins[key] = word.origin;
    }
  }
  if (problems.length > 0) throw new StrideError('invalid_setting', problems.join('; '));
  return {
    values: values as unknown as Settings,
    origins: origins as Record<SettingKey, SettingOrigin>,
    file: path,
  };
}

/** A wrong value is repeated to the reader unless it might hold a secret. */
function shown(key: SettingKey, given: string): string {
  const { secret, redact } = settingAt(key);
  return secret === true || redact !== undefined ? '' : `, which is ${JSON.stringify(given.slice(0, 100))},`;
}

function saidByFlags(flags: SettingSources['flags']): Map<SettingKey, Said> {
  const said = new Map<SettingKey, Said>();
  for (const key of settingKeys) {
    const given = flags[key];
    if (given === undefined) continue;
    const place = `--${given === false ? 'no-' : ''}${nameOf(key)}`;
    said.set(key, { text: String(given), origin: { origin: 'flag', place } });
  }
  return said;
}

function saidByEnvironment(environment: SettingSources['environment'], problems: string[]): Map<SettingKey, Said> {
  const said = new Map<SettingKey, Said>();
  const known = new Set(otherVariables);
  for (const key of settingKeys) {
    const variable = variableOf(key);
    known.add(variable);
    const given = environment[variable];
    if (given) said.set(key, { text: given, origin: { origin: 'environment', place: variable } });
    const { secret, redact } = settingAt(key);
    if (secret !== true && redact === undefined) continue;
    const fileVariable = `${variable}_FILE`;
    known.add(fileVariable);
    const held = environment[fileVariable];
    if (!held) continue;
    if (given) problems.push(`${variable} and ${fileVariable} are both there; only one can hold`);
    const secretText = readSecret(held);
    if (secretText === null) problems.push(`${fileVariable} names ${held}, which cannot be read`);
    else said.set(key, { text: secretText, origin: { origin: 'environment', place: fileVariable } });
  }
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith('STRIDELAB_') && !known.has(variable)) problems.push(`${variable} is no setting`);
  }
  return said;
}

function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // The caller says which variable named it.
    return null;
  }
}

function saidByFile(path: string | null, problems: string[]): Map<SettingKey, Said> {
  const said = new Map<SettingKey, Said>();
  if (path === null) return said;
  const file = readSettingsFile(path);
  problems.push(...file.problems);
  const keys = new Map(settingKeys.map((key) => [nameOf(key), key]));
  for (const { name, place, value } of file.entries) {
    const key = keys.get(name);
    if (key === undefined) problems.push(`${place} is no setting`);
    else if (value === undefined) problems.push(`${place} takes ${settingAt(key).kind.allowed}`);
    else if (value !== null) said.set(key, { text: value, origin: { origin: 'file', place } });
  }
  return said;
}
