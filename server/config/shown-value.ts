import type { Settings } from './settings.ts';
import { type SettingKey, settingAt } from './settings.ts';

/** A value as it may be shown to anybody: secrets are hidden; null where there is none. */
export function shownValue(values: Settings, key: SettingKey): string | null {
  const value: unknown = values[key];
  const { secret, redact, kind } = settingAt(key);
  if (value === null) return null;
  if (secret === true) return '***';
  return redact === undefined ? kind.write(value) : redact(value);
}
