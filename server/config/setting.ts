import type { Kind } from './kinds.ts';

/**
 * What reads a setting: `store` are the commands on what a server keeps, such as `stridelab keys`, `webhooks` the one of them that
 * posts to a webhook.
 */
export type Reader = 'serve' | 'worker' | 'store' | 'webhooks';

/** A heading of the settings' page. */
export type SettingGroup = 'store' | 'http' | 'analyses' | 'queue' | 'webhooks' | 'privacy' | 'operation';

/** One row of the table of settings. `D` is its default, null where there is none. */
export interface Setting<T, D extends T | null = T | null> {
  readonly group: SettingGroup;
  readonly kind: Kind<T>;
  readonly initial: D;
  /** What it does, in a few words that begin small. */
  readonly help: string;
  /** What is said of the default where it is no plain value. */
  readonly initialText?: string;
  /** A value that is never shown. It has no flag, since every user of a machine sees flags; a variable with `_FILE` at its end names a file that holds it. */
  readonly secret?: true;
  /** How the value is shown where only a part of it is secret. */
  redact?(value: T): string;
  readonly readBy: readonly Reader[];
}

/** A setting that has a value even where nobody says one. */
export const setting = <T>(
  group: SettingGroup,
  readBy: readonly Reader[],
  kind: Kind<T>,
  initial: T,
  help: string,
  more: Pick<Setting<T>, 'initialText' | 'secret' | 'redact'> = {},
): Setting<T, T> => ({ group, readBy, kind, initial, help, ...more });

/** A setting that is null where nobody says one. */
export const optional = <T>(
  group: SettingGroup,
  readBy: readonly Reader[],
  kind: Kind<T>,
  help: string,
  more: Pick<Setting<T>, 'initialText' | 'secret' | 'redact'> = {},
): Setting<T, null> => ({ group, readBy, kind, initial: null, help, ...more });

/** `rateLimit` as flags and files write it: `rate-limit`. */
export const nameOf = (key: string): string => key.replace(/[A-Z]+/g, (part) => `-${part.toLowerCase()}`);

/** `rateLimit` as the environment writes it: `STRIDELAB_RATE_LIMIT`. */
export const variableOf = (key: string): string => `STRIDELAB_${nameOf(key).replaceAll('-', '_').toUpperCase()}`;
