import { type SettingKey, settingAt } from './settings.ts';

/** A setting's default as a person is told. */
export function initialTextOf(key: SettingKey): string {
  const { initial, initialText, kind } = settingAt(key);
  return initialText ?? (initial === null ? 'none' : kind.write(initial));
}
