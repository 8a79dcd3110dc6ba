import type { ClipWarningKey } from '../../../contract/clip-warning-texts.ts';
import { filledIn } from '../../../contract/filled-in.ts';
import type { WarningDetails } from '../../../details/details.ts';
import type { ShownResult } from './shown-result.ts';

const checkPrefix = 'cross_check_';

/** What makes the numbers of this clip less sure: it stands beside the first of them. */
export function ClipWarnings({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  // That there is no running stands in the numbers' place; checks are named as their table names them.
  const warnings = details.warnings.filter(({ code }) => !code.startsWith(checkPrefix) && code !== 'not_running');
  const failed = details.crossChecks.filter(({ holds }) => !holds);
  if (warnings.length + failed.length === 0) return null;
  return (
    <aside class="result-caution" aria-label={words.headings.warnings}>
      <ul class="result-warnings">
        {warnings.map((warning) => (
          <li key={warning.code}>{warningText(warning, shown)}</li>
        ))}
        {failed.map(({ id }) => (
          <li key={id}>
            {words.checks[id]}: {words.ui.fails}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** A warning in the page's language; in English where it was kept without what it takes to say it in another. */
export function warningText(
  { code, message, textKey, values = {} }: WarningDetails,
  { language, words }: Pick<ShownResult, 'language' | 'words'>,
): string {
  const sentence = words.warnings[(textKey ?? code) as ClipWarningKey] as string | undefined;
  if (sentence === undefined || (textKey === undefined && sentence.includes('{'))) return message;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return filledIn(
    sentence,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, number.format(value)])),
  );
}
