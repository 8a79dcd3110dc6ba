import type { MetricDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';
import { decimalsOf, unitName } from './words/metric-words.ts';

type Number = Pick<MetricDetails, 'value' | 'halfWidth' | 'unit' | 'reason'>;

/** A number with its interval and unit, as text; null when it was withheld. */
export function measuredText({ value, halfWidth, unit }: Number, { language, words }: ShownResult): string | null {
  if (value === null) return null;
  const decimals = decimalsOf({ unit });
  const one = (number: number): string => (unit === 's/km' ? minutes(number) : written(number, language, decimals));
  const spread = halfWidth === null ? '' : ` ± ${one(halfWidth)}`;
  const name = unitName(unit, words);
  return `${one(value)}${spread}${name === '' || unit === 'deg' ? name : `\u00a0${name}`}`;
}

/** Seconds as minutes and seconds, as paces are told. */
const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** The same on a page; of a withheld number why, and what to do. */
export function MeasuredText({ number, shown }: { readonly number: Number; readonly shown: ShownResult }) {
  const text = measuredText(number, shown);
  if (text !== null) return <span class="result-number">{text}</span>;
  const { words } = shown;
  return (
    <details class="result-withheld">
      <summary>{words.ui.withheld}</summary>
      <span>{number.reason === undefined ? '' : words.reasons[number.reason]}</span>
    </details>
  );
}
