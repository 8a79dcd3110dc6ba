import type { CrossCheckName } from '../../../engine/quality/cross-check.ts';
import type { en } from './en.ts';

/** What is warned of of a clip: a number stands in for `{name}`, and the part of a key before its dot is the code. */
export type ClipWarningKey = keyof typeof en.clip;

/** All warnings in one language. */
export interface WarningTexts {
  readonly clip: Readonly<Record<ClipWarningKey, string>>;
  /** Of cross-checks that fail; their codes are `cross_check_` and the name. */
  readonly checks: Readonly<Record<CrossCheckName, string>>;
}
