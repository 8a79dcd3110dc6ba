import { measuredText, type ShownNumber, withheldReasons } from './measured-words.ts';
import type { ShownResult } from './shown-result.ts';

interface MeasuredTextProps {
  readonly number: ShownNumber;
  readonly shown: ShownResult;
}

/** A number with its interval; of a withheld one why, and what to do. */
export function MeasuredText({ number, shown }: MeasuredTextProps) {
  const text = measuredText(number, shown);
  if (text !== null) return <span class="result-number">{text}</span>;
  if (shown.isStill) return <WithheldMark number={number} shown={shown} />;
  const { words } = shown;
  return (
    <details class="result-withheld">
      <summary>{words.ui.withheld}</summary>
      <span>{number.reason === undefined ? '' : words.reasons[number.reason]}</span>
    </details>
  );
}

/** A dash, with the number of its reason in {@link withheldReasons}. */
const WithheldMark = ({ number: { reason }, shown }: MeasuredTextProps) => (
  <span class="result-soft">
    –<sup>{reason === undefined ? '' : withheldReasons(shown).indexOf(reason) + 1}</sup>
  </span>
);
