import type { RunningStyle } from '../side-view-score.ts';

/**
 * Step frequency and duty factor of the ordinary runner at a given speed.
 *
 * Levels and slopes: Fukuchi et al. 2017 (PeerJ 5:e3298; 162, 171 and 183 steps/min at 2.5, 3.5 and 4.5 m/s) and duty
 * factors from its vertical force (36 to 39, 32 and 28 %). Malisoux et al. 2023 found 164 +- 9 steps/min at 2.75 m/s
 * among 860 runners. `levelSe` is how well these means are known: 28 runners in one set, and 3 points of duty factor
 * between two ways to read touchdown and toe-off from the same plates.
 */
export const styleReference = {
  stepFrequency: {
    spmAt2p5: 162,
    spmPerMps: 10.5,
    /** 9 steps/min between runners, less what height explains at r = -0.5: 9 * sqrt(1 - 0.25). */
    sdSpm: 7.8,
    levelSeSpm: 2,
  },
  dutyFactor: { at2p5: 0.375, perMps: -0.045, floor: 0.24, sd: 0.035, levelSe: 0.015 },
  /** Frequency goes with 1 / sqrt(leg length), the pendulum's rule (Hof 1996, Gait Posture 4), about this height. */
  heightM: 1.72,
  /** Range of speeds over which the lines hold, m/s. */
  speedMps: [1.5, 6.5],
} as const;

/** Half the side of the square around the ordinary runner that counts as the centre, in standard deviations. */
export const centreHalfWidth = 0.5;

/** From this duty factor on there is no flight. */
export const groundedDutyFactor = 0.5;

type StyleId = RunningStyle['id'];

/**
 * The dual-axis framework (van Oeveren et al. 2021, Sports Biomech 23:516): styles by step frequency and duty
 * factor at a given speed. Which style lies in which quadrant about the ordinary runner is our own assignment. The fifth, `sit`, is the
 * centre and running without flight.
 */
export const quadrantStyles = {
  highFrequency: { lowDutyFactor: 'hop', highDutyFactor: 'stick' },
  lowFrequency: { lowDutyFactor: 'bounce', highDutyFactor: 'push' },
} as const satisfies Record<string, Record<string, StyleId>>;

/** An animal that moves like it, the same code in every language. */
export const styleAnimals: Readonly<Record<StyleId, string>> = {
  hop: 'hare',
  stick: 'roadrunner',
  bounce: 'gazelle',
  push: 'wolf',
  sit: 'horse',
};
