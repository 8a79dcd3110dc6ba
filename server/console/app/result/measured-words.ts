import type { WithheldReason } from '../../../../engine/metrics/measured.ts';
import type { MetricDetails } from '../../../details/details.ts';
import { written } from '../plots/plot-numbers.ts';
import type { ShownResult } from './shown-result.ts';
import { decimalsOf, unitName } from './words/metric-words.ts';

/** A number as pages show it. */
export type ShownNumber = Pick<MetricDetails, 'value' | 'halfWidth' | 'unit' | 'reason'>;

/** A number with its interval and unit, as text; null when it was withheld. */
export function measuredText(
  { value, halfWidth, unit }: ShownNumber,
  { language, words }: Pick<ShownResult, 'language' | 'words'>,
): string | null {
  if (value === null) return null;
  const decimals = decimalsOf({ unit });
  const one = (number: number): string => (unit === 's/km' ? minutes(number) : written(number, language, decimals));
  const spread = halfWidth === null ? '' : `\u00a0±\u00a0${one(halfWidth)}`;
  const name = unitName(unit, words);
  return `${one(value)}${spread}${name === '' || unit === 'deg' ? name : ` ${name}`}`;
}

/** Seconds as minutes and seconds, as paces are told. */
const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** Why numbers of this result are withheld, each reason once. */
export const withheldReasons = ({ details }: Pick<ShownResult, 'details'>): WithheldReason[] => [
  ...new Set([...details.metrics, ...details.symmetry].flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
];
