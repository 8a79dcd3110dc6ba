import type { WithheldReason } from '../../../../engine/metrics/measured.ts';
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
  const decimals = decimalsShown({ ...number, value });
  const one = (amount: number): string => (unit === 's/km' ? minutes(amount) : written(amount, language, decimals));
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

/** More than a hundredth of a degree is not kept. */
const mostDecimals = 2;

/**
 * Decimals that tell a number: no more than two digits of its half width hold, and as many as it takes to stand on the right side of
 * every border of its ranges. 8.52 is not good where good ends at 8.5, and must not read 8.5.
 */
function decimalsShown({ value, halfWidth, unit, range }: ShownNumber & { readonly value: number }): number {
  const usual = decimalsOf({ unit });
  const worth = halfWidth === null || halfWidth <= 0 ? usual : Math.max(0, 1 - Math.floor(Math.log10(halfWidth)));
  const borders = range ? [...range.good, ...range.okay].filter((end) => end !== null) : [];
  let decimals = Math.min(usual, worth);
  while (decimals < mostDecimals && borders.some((border) => isBlurred(value, border, decimals))) decimals++;
  return decimals;
}

/** Whether rounding moves a number onto a border, or off it. */
const isBlurred = (value: number, border: number, decimals: number): boolean =>
  Math.sign(rounded(value, decimals) - border) !== Math.sign(value - border);

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Seconds as minutes and seconds, as paces are told. */
const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** Why numbers of this result are withheld, each reason once. */
export const withheldReasons = ({ details }: Pick<ShownResult, 'details'>): WithheldReason[] =>
  reasonsOf([...details.metrics, ...details.symmetry]);

/** Why any of some numbers are withheld, each reason once. */
export const reasonsOf = (numbers: readonly Pick<ShownNumber, 'reason'>[]): WithheldReason[] => [
  ...new Set(numbers.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
];
