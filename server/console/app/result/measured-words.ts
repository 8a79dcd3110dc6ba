import type { WithheldReason } from '../../../../engine/metrics/measured.ts';
import type { Language } from '../../../../engine/score/language.ts';
import { paceText } from '../../../contract/pace-of-speed.ts';
import { borderDecimals } from '../../../details/border-decimals.ts';
import type { MetricDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';
import { decimalsOf, unitName } from './words/metric-words.ts';

/** A number as pages show it. */
export type ShownNumber = Pick<MetricDetails, 'value' | 'halfWidth' | 'unit' | 'reason'> &
  Partial<Pick<MetricDetails, 'range'>>;

/** A number that was measured, in the parts that a page sets apart. */
export interface MeasuredParts {
  readonly value: string;
  /** With its sign ±; empty where there is none. */
  readonly spread: string;
  /** Empty where the number has none. */
  readonly unit: string;
}

type Words = Pick<ShownResult, 'language' | 'words'>;

/** Null when the number was withheld. */
export function measuredParts(number: ShownNumber, { language, words }: Words): MeasuredParts | null {
  const { value, halfWidth, unit } = number;
  if (value === null) return null;
  if (isTooUncertain(number)) return { value: words.ui.tooUncertain, spread: '', unit: '' };
  const decimals = decimalsShown({ ...number, value });
  const one = (amount: number): string => amountText(amount, unit, language, decimals);
  return {
    value: one(value),
    spread: halfWidth === null ? '' : `±\u00a0${one(halfWidth)}`,
    unit: unitName(unit, words),
  };
}

/** A number with its interval and unit, as text; null when it was withheld. */
export function measuredText(number: ShownNumber, shown: Words): string | null {
  const parts = measuredParts(number, shown);
  if (parts === null) return null;
  const { value, spread, unit } = parts;
  const space = unit === '' || number.unit === 'deg' ? '' : ' ';
  return `${value}${spread === '' ? '' : `\u00a0${spread}`}${space}${unit}`;
}

/** Half widths beyond which a number tells nothing: no joint moves through 90 degrees of its own accord, and no leg is the other's double. */
const mostHalfWidth: Readonly<Partial<Record<MetricDetails['unit'], number>>> = { deg: 45, '%': 100 };

/** Whether the interval of a number holds so much that it tells nothing. */
export const isTooUncertain = ({ halfWidth, unit }: Pick<ShownNumber, 'halfWidth' | 'unit'>): boolean =>
  halfWidth !== null && halfWidth > (mostHalfWidth[unit] ?? Number.POSITIVE_INFINITY);

/** Decimals that tell a number: no more than two digits of its half width hold, and as many as the borders of its ranges ask for. */
function decimalsShown({ value, halfWidth, unit, range }: ShownNumber & { readonly value: number }): number {
  const usual = decimalsOf({ unit });
  const worth = halfWidth === null || halfWidth <= 0 ? usual : Math.max(0, 1 - Math.floor(Math.log10(halfWidth)));
  return borderDecimals(value, Math.min(usual, worth), range ? [...range.good, ...range.okay] : []);
}

/** An amount as its unit is read: a pace in minutes and seconds, everything else with decimals. */
export const amountText = (
  amount: number,
  unit: MetricDetails['unit'],
  language: Language,
  decimals: number,
): string => (unit === 's/km' ? paceText(amount) : written(amount, language, decimals));

/** Why numbers of this result are withheld, each reason once. */
export const withheldReasons = ({ details }: Pick<ShownResult, 'details'>): WithheldReason[] =>
  reasonsOf([...details.metrics, ...details.symmetry]);

/** Why any of some numbers are withheld, each reason once. */
export const reasonsOf = (numbers: readonly Pick<ShownNumber, 'reason'>[]): WithheldReason[] => [
  ...new Set(numbers.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
];
