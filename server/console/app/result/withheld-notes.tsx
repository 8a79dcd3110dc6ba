import { reasonsOf, type ShownNumber, withheldReasons } from './measured-words.ts';
import type { ShownResult } from './shown-result.ts';

interface WithheldNotesProps {
  /** Those that stand above. */
  readonly numbers: readonly Pick<ShownNumber, 'reason'>[];
  readonly shown: ShownResult;
}

/** On paper, why numbers just above are missing: each reason once, by the mark that stands in their place. */
export function WithheldNotes({ numbers, shown }: WithheldNotesProps) {
  const reasons = reasonsOf(numbers);
  if (!shown.isStill || reasons.length === 0) return null;
  const { words } = shown;
  const marks = withheldReasons(shown);
  return (
    <div class="result-notes">
      {reasons.map((reason) => (
        <p key={reason} class="result-note">
          <sup>{marks.indexOf(reason) + 1}</sup> {words.ui.withheld}: {words.reasons[reason]}
        </p>
      ))}
    </div>
  );
}
