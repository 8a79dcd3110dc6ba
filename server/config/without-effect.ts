import { StrideError } from '../../engine/errors/stride-error.ts';
import { nameOf } from './setting.ts';
import type { SettingKey, Settings } from './settings.ts';

/** Settings of the table that nothing acts on so far. */
const withoutEffect: readonly SettingKey[] = ['media', 's3Endpoint', 's3AccessKeyId', 's3SecretAccessKey'];

/**
 * Refuses settings that would be ignored.
 *
 * @throws StrideError `invalid_setting`.
 */
export function refuseWithoutEffect(settings: Settings): void {
  const named = withoutEffect.filter((key) => settings[key] !== null).map(nameOf);
  if (named.length > 0) throw new StrideError('invalid_setting', `${named.join(', ')}: without effect in this version`);
}
