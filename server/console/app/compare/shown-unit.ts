import type { MetricUnit } from '../../../details/details.ts';
import { unitName } from '../result/words/metric-words.ts';
import type { ResultWords } from '../result/words/result-words.ts';

/** A unit beside numbers that are written as they are; result pages write a pace in minutes. */
export const shownUnit = (unit: string, words: ResultWords): string =>
  unit === 's/km' ? unit : unitName(unit as MetricUnit, words);
