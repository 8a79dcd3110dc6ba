import { isTooUncertain, measuredText, type ShownNumber, withheldReasons } from './measured-words.ts';
import type { ShownResult } from './shown-result.ts';

interface MeasuredTextProps {
  readonly number: ShownNumber;
  readonly shown: ShownResult;
}

/** A number with its interval; of a withheld one why, and what to do. */
export function MeasuredText({ number, shown }: MeasuredTextProps) {
  const text = measuredText(number, shown);
  return text === null ? (
    <WithheldText number={number} shown={shown} />
  ) : (
    <span class={isTooUncertain(number) ? 'result-soft' : 'result-number'}>{text}</span>
  );
}

interface WithheldTextProps extends MeasuredTextProps {
  /** On paper, too: alone and in large letters, a dash before a small figure looks like a negative number. */
  readonly inWords?: true;
}

/** That a number is withheld: on paper a dash, with the number of its reason in {@link withheldReasons}. */
export function WithheldText({ number: { reason }, shown, inWords }: WithheldTextProps) {
  const { words } = shown;
  if (shown.isStill)
    return (
      <span class="result-soft">
        {inWords ? words.ui.withheld : '–'}
        <sup>{reason === undefined ? '' : withheldReasons(shown).indexOf(reason) + 1}</sup>
      </span>
    );
  return (
    <details class="result-withheld">
      <summary>{words.ui.withheld}</summary>
      <span>{reason === undefined ? '' : words.reasons[reason]}</span>
    </details>
  );
}
