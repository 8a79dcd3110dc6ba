import type { SegmentRanges } from '../ranges-at-speed.ts';
import type { RangeDeg } from '../side-view-score.ts';
import type { BackSegment } from './back-view-score.ts';

/** How one angle seen from behind is judged, the same for both sides and at all speeds. Degrees. */
export interface BackRanges extends SegmentRanges {
  /** Beyond the okay band, on the low side; null where that side has none. */
  readonly badBelow: RangeDeg | null;
  /** Beyond the okay band, on the high side. The far ends of the bad bands are the largest angles that a runner shows. */
  readonly badAbove: RangeDeg;
  readonly source: string;
}

/**
 * Good, okay and bad intervals of the back view, degrees, signed as the angles are: eversion, drop of the swing side and
 * a knee towards the midline are positive.
 */
export const backRangesTable: Readonly<Record<BackSegment, BackRanges>> = {
  knee_adduction: {
    good: [-5, 5],
    okay: [-9, 9],
    okayBelowDeg: 4,
    okayAboveDeg: 4,
    badBelow: [-25, -9],
    badAbove: [9, 25],
    source:
      'A straight leg as seen from behind, within twice the smallest difference that an expert can detect on video (2.3 to 3.8 degrees). A projection: it does not tell abduction of the knee in space. Limits: own choice',
  },
  pelvic_drop: {
    good: [0, 5],
    okay: [5, 8],
    okayBelowDeg: null,
    okayAboveDeg: 3,
    badBelow: null,
    badAbove: [8, 20],
    source:
      'Mid-stance drop of healthy runners at 2.5 to 3.5 m/s, 2 to 4 degrees (data of Fukuchi et al. 2017, PeerJ 5:e3298). Okay band: the smallest difference that an expert can detect on video, 2.7 to 2.8 degrees. A side that does not drop is good as well. Limits: own choice',
  },
  pronation: {
    good: [4, 10],
    okay: [1, 13],
    okayBelowDeg: 3,
    okayAboveDeg: 3,
    badBelow: [-20, 1],
    badAbove: [13, 30],
    source:
      'Peak eversion of 46 healthy runners at 2.5 m/s, 6.8 ± 2.8 degrees (data of Fukuchi et al. 2017, PeerJ 5:e3298): good within one standard deviation, okay within two, rounded to whole degrees',
  },
};
