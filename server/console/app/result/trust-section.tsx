import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';
import type { WarningCode } from './words/result-words.ts';

const checkPrefix = 'cross_check_';
const checkDecimals = { 'm/s': 2, ms: 1, 'm/s2': 2 } as const;

/** What makes the result more or less sure: warnings, and quantities that were found in two ways. */
export function TrustSection({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  const warnings = details.warnings.filter(({ code }) => !code.startsWith(checkPrefix));
  return (
    <section class="result-section" aria-labelledby="result-warnings">
      <h2 id="result-warnings">{words.headings.warnings}</h2>
      {warnings.length === 0 ? (
        <p>{words.ui.noWarnings}</p>
      ) : (
        <ul class="result-warnings">
          {warnings.map(({ code, message }) => (
            <li key={code}>{words.warnings?.[code as WarningCode] ?? message}</li>
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
            {details.crossChecks.map(({ id, unit, values, holds }) => (
              <tr key={id}>
                <th scope="row">{words.checks[id]}</th>
                <td class="result-number">
                  {values.map((value) => written(value, language, checkDecimals[unit])).join(' · ')}{' '}
                  {unit === 'm/s2' ? 'm/s²' : unit}
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
