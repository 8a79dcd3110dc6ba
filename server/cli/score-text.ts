import { decimals, round } from '../contract/rounding.ts';
import { fixed } from '../details/fixed.ts';

/** A score in hundredths, whole ones: rounded as the details keep it, then as the console writes it. */
export const hundredths = (score: number): number => Math.round(100 * round(score, decimals.score));

/** The score of a segment from 0 to 1, with the hundredths that the console shows; a dash where it was withheld. */
export const scoreText = (score: number | null): string => (score === null ? '–' : fixed(hundredths(score) / 100, 2));
