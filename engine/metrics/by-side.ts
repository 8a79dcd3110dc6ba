import type { Side } from '../pose/keypoint-names.ts';
import type { BySide } from './back-view-metrics.ts';

/** The same made for either side. */
export const bySide = <T>(make: (side: Side) => T): BySide<T> => ({ left: make('left'), right: make('right') });
