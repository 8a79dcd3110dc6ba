import type { Measured } from '../metrics/measured.ts';
import { overstrideLimitsDeg } from './ranges.table.ts';
import type { Band } from './side-view-score.ts';

/** Band of the overstride angle (shank against vertical at touchdown, degrees); null when it is withheld. */
export const overstrideBand = ({ value }: Measured): Band | null => {
  if (value === null) {
    return null;
  }
  if (value <= overstrideLimitsDeg.goodUpTo) {
    return 'good';
  }
  return value <= overstrideLimitsDeg.okayUpTo ? 'okay' : 'bad';
};
