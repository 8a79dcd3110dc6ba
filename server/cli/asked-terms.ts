import type { AnalysisTerms, View } from '../../engine/analysis.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { Language } from '../../engine/score/language.ts';

/** Flags that say what a clip shows, each undefined unless it was given. */
export interface TermFlags {
  readonly view?: View;
  readonly pronationOnly?: boolean;
  readonly height?: number;
  readonly treadmill?: boolean;
  /** Seconds per kilometre. */
  readonly pace?: number;
  readonly language?: Language;
}

/**
 * What is asked of a clip: by the flags, else by what is known of it already.
 *
 * @throws StrideError `invalid_option` for flags that do not go together, or a height that nothing tells.
 */
export function askedTerms(flags: TermFlags, known: AnalysisTerms | null): AnalysisTerms {
  const view = flags.view ?? known?.view ?? 'side';
  const heightM = flags.height ?? known?.heightM;
  if (heightM === undefined)
    throw new StrideError(
      'invalid_option',
      'the runner’s height is missing; give --height in metres, such as --height 1.78',
    );
  const treadmill = flags.treadmill ?? known?.treadmill ?? false;
  if (!treadmill && flags.pace !== undefined)
    throw new StrideError('invalid_option', '--pace belongs to --treadmill; overground the speed is measured');
  const paceSPerKm = treadmill ? (flags.pace ?? known?.paceSPerKm ?? null) : null;
  if (flags.pronationOnly === true && view !== 'back')
    throw new StrideError('invalid_option', '--pronation-only belongs to --view back');
  const fullBody =
    flags.pronationOnly === undefined ? view === 'side' || (known?.fullBody ?? true) : !flags.pronationOnly;
  return { view, heightM, treadmill, paceSPerKm, fullBody, language: flags.language ?? known?.language ?? 'en' };
}
