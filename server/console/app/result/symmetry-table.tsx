import { MeasuredText } from './measured-text.tsx';
import type { ShownResult } from './shown-result.ts';
import { WithheldNotes } from './withheld-notes.tsx';

/** Left against right, and whether a difference can be told at all. */
export function SymmetryTable({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  return (
    <section class="result-section" aria-labelledby="result-symmetry">
      <h2 id="result-symmetry">{words.headings.symmetry}</h2>
      <table class="result-table">
        <thead>
          <tr>
            <th scope="col">{words.table.metric}</th>
            <th scope="col">{words.table.difference}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {details.symmetry.map((row) => (
            <tr key={row.id}>
              <th scope="row">{words.symmetry[row.id]}</th>
              <td>
                <MeasuredText number={row} shown={shown} />
              </td>
              <td class={row.beyondDoubt ? 'result-mark' : 'result-soft'}>
                {row.value === null ? '' : row.beyondDoubt ? words.ui.beyondDoubt : words.ui.withinError}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <WithheldNotes numbers={details.symmetry} shown={shown} />
    </section>
  );
}
