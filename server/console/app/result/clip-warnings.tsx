import { filledIn } from '../../../contract/filled-in.ts';
import type { ClipWarningKey } from '../../../contract/warning-texts/warning-texts.ts';
import { writtenValues } from '../../../contract/warning-values.ts';
import type { CrossCheckDetails, WarningDetails } from '../../../details/details.ts';
import type { ShownResult } from './shown-result.ts';

const checkPrefix = 'cross_check_';
/** Why there is no running: it stands in the place of every number. */
const instead: ReadonlySet<string> = new Set([
  'not_running',
  'picture_turned',
  'body_cut_off',
  'runs_backwards',
  'too_few_steps',
  'frame_rate_too_low',
]);

/** What makes the numbers of this clip less sure: it stands beside the first of them. */
export function ClipWarnings({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  // Checks are named as their table names them.
  const warnings = details.warnings.filter(({ code }) => !code.startsWith(checkPrefix) && !instead.has(code));
  const failed = details.crossChecks.filter(({ holds }) => !holds);
  if (warnings.length + failed.length === 0) return null;
  return (
    <aside class="result-caution" aria-label={words.headings.warnings}>
      <ul class="result-warnings">
        {warnings.map((warning) => (
          <li key={warning.code}>{warningText(warning, shown)}</li>
        ))}
        {failed.map(({ id }) => (
          <li key={id}>{checkText(id, shown)}</li>
        ))}
      </ul>
    </aside>
  );
}

/** What a check that fails says of itself; else that it fails. */
function checkText(id: CrossCheckDetails['id'], shown: ShownResult): string {
  const { details, words } = shown;
  const own = details.warnings.find(
    ({ code, textKey = code }) => code === `${checkPrefix}${id}` && textKey in words.warnings,
  );
  return own === undefined ? `${words.checks[id]}: ${words.ui.fails}` : warningText(own, shown);
}

/** A warning in the page's language; in English where it was kept without what it takes to say it in another. */
export function warningText(
  { code, message, textKey, values = {} }: WarningDetails,
  { language, words }: Pick<ShownResult, 'language' | 'words'>,
): string {
  const sentence = words.warnings[(textKey ?? code) as ClipWarningKey] as string | undefined;
  if (sentence === undefined || (textKey === undefined && sentence.includes('{'))) return message;
  return filledIn(sentence, writtenValues(values, language));
}
