import type { RangeDeg, Segment } from './side-view-score.ts';

/** A good interval at one running speed. */
export interface SpeedKnot {
  readonly speedMps: number;
  readonly good: RangeDeg;
}

/** How one segment is judged. */
export interface SegmentRangeRow {
  /** Rising in speed; linear in between, constant outside. */
  readonly knots: readonly SpeedKnot[];
  /** `around`: the reported okay range encloses the good one. Otherwise it is the band that adjoins it on that side. */
  readonly okay: 'around' | 'above' | 'below';
  /** Width of the okay band below the good interval; null where the interval ends at a physical limit. */
  readonly okayBelowDeg: number | null;
  /** Width of the okay band above the good interval; null where the interval ends at a physical limit. */
  readonly okayAboveDeg: number | null;
  readonly source: string;
}

/**
 * Speed that stands in when none was measured, m/s: 9.9 km/h, the mean preferred speed of 860 leisure runners
 * (Malisoux et al., 2023). Its standard deviation is our assumption.
 */
export const referenceSpeed = { meanMps: 2.75, sdMps: 0.5 } as const;

/**
 * Good and okay intervals of the six segments, degrees.
 *
 * The Partner API publishes two sets (arm 78 to 88 with the front knee from 140, and arm 75 to 85 with the front knee
 * from 138) without their speeds. The arm closes and the landing knee bends more as speed rises, so the second set is
 * taken as 1 m/s faster than the first. The widths never change: arm 10 good and 4 okay, knees 9 okay, foot 15 and 5.
 */
export const rangesTable: Readonly<Record<Segment, SegmentRangeRow>> = {
  arm: {
    knots: [
      { speedMps: 2.5, good: [78, 88] },
      { speedMps: 3.5, good: [75, 85] },
    ],
    okay: 'around',
    okayBelowDeg: 4,
    okayAboveDeg: 4,
    source:
      'Partner API, published results; forearm near perpendicular to the upper arm in running: Yegian et al. 2019, J Exp Biol 222. Speeds: own assignment, held above 3.5 m/s for lack of a published value',
  },
  back_cycle: {
    knots: [{ speedMps: 2.5, good: [0, 98] }],
    okay: 'above',
    okayBelowDeg: null,
    okayAboveDeg: 9,
    source: 'Partner API, published result. No second value is published: held at all speeds',
  },
  foot: {
    knots: [{ speedMps: 2.5, good: [-10, 5] }],
    okay: 'above',
    okayBelowDeg: 5,
    okayAboveDeg: 5,
    source:
      'Partner API, published result. Toes-down side: same width, own choice. Agrees with Mo et al. 2023, who part rearfoot from midfoot strike at 7.4 degrees',
  },
  forward_cycle: {
    knots: [
      { speedMps: 2.5, good: [140, 180] },
      { speedMps: 3.5, good: [138, 180] },
      { speedMps: 4.5, good: [136, 180] },
    ],
    okay: 'below',
    okayBelowDeg: 9,
    okayAboveDeg: null,
    source:
      'Partner API, published results at the two lower speeds; slope of 2 to 3 degrees per m/s of knee flexion at touchdown: data of Fukuchi et al. 2017, PeerJ 5:e3298',
  },
  head: {
    knots: [{ speedMps: 2.5, good: [-10, 5] }],
    okay: 'around',
    okayBelowDeg: 8,
    okayAboveDeg: 7,
    source:
      'Geometry: for eyes at 1.6 m, -10 degrees meets the ground 9 m ahead and -18 degrees 5 m ahead; coaching asks for a look 10 to 20 m ahead or at the horizon. The head is held close to level in running: Pozzo et al. 1990, Exp Brain Res 82. Limits: own choice',
  },
  trunk: {
    knots: [
      { speedMps: 2.5, good: [2, 8] },
      { speedMps: 3.5, good: [3, 9] },
      { speedMps: 4.5, good: [3, 10] },
    ],
    okay: 'around',
    okayBelowDeg: 2,
    okayAboveDeg: 4,
    source:
      'Bands of a public form-analysis tool (runningform.vercel.app: easy 2 to 8 within 0 to 12, tempo 3 to 9, fast 3 to 10), speeds and okay widths at tempo and fast by analogy; trunk lean matters for performance: Folland et al. 2017, Med Sci Sports Exerc 49',
  },
};

/**
 * Overstride: shank against vertical at touchdown, degrees, positive with the ankle ahead of the knee. Common clinical
 * rule: above 8 to 10 degrees is marked. A shank that leans forward is never an overstride (Souza 2016, Phys Med
 * Rehabil Clin N Am 27; Lieberman et al. 2015, J Exp Biol 218:3406 on the braking force behind it).
 */
export const overstrideLimitsDeg = { goodUpTo: 8, okayUpTo: 10 } as const;
