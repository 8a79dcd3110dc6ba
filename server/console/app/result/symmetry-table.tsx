import { MeasuredText } from './measured-text.tsx';
import { reasonsOf } from './measured-words.ts';
import type { ShownResult } from './shown-result.ts';
import { WithheldNotes } from './withheld-notes.tsx';

/** Left against right, and whether a difference can be told at all. */
export function SymmetryTable({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  return (
    <section class="result-section" aria-labelledby="result-symmetry">
      <h2 id="result-symmetry">{words.headings.symmetry}</h2>
      {details.symmetry.every(({ value }) => value === null) ? (
        <MissingSymmetry shown={shown} />
      ) : (
        <Rows shown={shown} />
      )}
    </section>
  );
}

function MissingSymmetry({ shown: { details, words } }: { readonly shown: ShownResult }) {
  return (
    <div class="result-missing">
      {reasonsOf(details.symmetry).map((reason) => (
        <p key={reason}>
          {words.ui.withheld}: {words.reasons[reason]}
        </p>
      ))}
      <p class="result-note">{details.symmetry.map(({ id }) => words.symmetry[id]).join(' · ')}</p>
    </div>
  );
}

function Rows({ shown }: { readonly shown: ShownResult }) {
  const { details, words } = shown;
  return (
    <>
      <table class="result-table result-symmetry">
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
    </>
  );
}
