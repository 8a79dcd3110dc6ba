import { withheldReasons } from '../result/measured-words.ts';
import type { ShownResult } from '../result/shown-result.ts';

/** Why numbers are missing, each reason once, by the number that stands in their place. */
export function WithheldNotes({ shown }: { readonly shown: ShownResult }) {
  const { words } = shown;
  return (
    <div class="report-notes">
      {withheldReasons(shown).map((reason, i) => (
        <p key={reason} class="result-note">
          –<sup>{i + 1}</sup> {words.ui.withheld}: {words.reasons[reason]}
        </p>
      ))}
    </div>
  );
}
