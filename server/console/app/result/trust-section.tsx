import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';

const checkDecimals = { 'm/s': 2, ms: 1, 'm/s2': 2 } as const;

/** Quantities that were found in two ways, and whether both ways agree. */
export function TrustSection({ shown }: { readonly shown: ShownResult }) {
  const { details, language, words } = shown;
  if (details.crossChecks.length === 0) return null;
  return (
    <section class="result-section" aria-labelledby="result-checks">
      <h2 id="result-checks">{words.headings.checks}</h2>
      <table class="result-table">
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
              <td class={`result-verdict ${holds ? 'result-soft' : 'result-mark'}`}>
                {holds ? words.ui.holds : words.ui.fails}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
