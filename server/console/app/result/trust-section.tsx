import type { ClipWarningKey } from '../../../contract/clip-warning-texts.ts';
import { filledIn } from '../../../contract/filled-in.ts';
import type { WarningDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';

const checkPrefix = 'cross_check_';
const checkDecimals = { 'm/s': 2, ms: 1, 'm/s2': 2 } as const;

/** What makes the result more or less sure: warnings, and quantities that were found in two ways. */
export function TrustSection({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  // What the checks say stands in their table, and that there is no running above everything.
  const warnings = details.warnings.filter(({ code }) => !code.startsWith(checkPrefix) && code !== 'not_running');
  return (
    <section class="result-section" aria-labelledby="result-warnings">
      <h2 id="result-warnings">{words.headings.warnings}</h2>
      {warnings.length === 0 ? (
        <p>{words.ui.noWarnings}</p>
      ) : (
        <ul class="result-warnings">
          {warnings.map((warning) => (
            <li key={warning.code}>{warningText(warning, shown)}</li>
          ))}
        </ul>
      )}
      {details.crossChecks.length === 0 ? null : (
        <table class="result-table">
          <caption>{words.headings.checks}</caption>
          <thead>
            <tr>
              <th scope="col">{words.table.check}</th>
              <th scope="col">{words.table.value}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {details.crossChecks.map(({ id, unit, values, difference, allowed, holds }) => (
              <tr key={id}>
                <th scope="row">{words.checks[id]}</th>
                <td class="result-number">
                  {values.map((value) => written(value, language, checkDecimals[unit])).join(' · ')}{' '}
                  {unit === 'm/s2' ? 'm/s²' : unit}{' '}
                  <span class="result-allowed">
                    (Δ {written(Math.abs(difference), language, checkDecimals[unit])} {holds ? '≤' : '>'}{' '}
                    {written(allowed, language, checkDecimals[unit])})
                  </span>
                </td>
                <td class={holds ? 'result-soft' : 'result-mark'}>{holds ? words.ui.holds : words.ui.fails}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
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
