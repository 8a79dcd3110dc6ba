/** Harmonics 0, 1, 2 ... of the stride; `b[0]` is unused and 0. Degrees. */
export interface Harmonics {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** How an angle goes over the stride in healthy runners. */
export interface NormalCurve {
  readonly mean: Harmonics;
  /** Standard deviation between runners. */
  readonly sd: Harmonics;
  /** Whether laboratories differ in where they put the zero, so that the shape alone compares. */
  readonly freeLevel: boolean;
}

/** The angles of which a normal course is published. */
export type NormalAngle = 'hipFlexion' | 'kneeFlexion' | 'ankleDorsiflexion' | 'hipAdduction';

/**
 * Mean and standard deviation between runners over one stride from touchdown to touchdown, degrees: 46 runners at 2.5 m/s on a
 * treadmill, of two laboratories, with markers on the skin. Own harmonic fits to the open BMC-RIC running data (Fukuchi et al. 2017,
 * PeerJ 5:e3298; Ferber et al. 2024; CC BY 4.0): within 0.13 degrees of the mean (root of the mean square) and 0.7 of the standard deviation
 * (largest). Flexion, dorsiflexion and adduction positive. The hip's zero follows the pelvis's tilt, which the laboratories take differently.
 */
export const normalCurves: Readonly<Record<NormalAngle, NormalCurve>> = {
  hipFlexion: {
    mean: {
      a: [12.29, 18.782, -6.019, -2.109, -0.027, -0.189, 0.062, 0.027, 0.018],
      b: [0, -11.389, 2.293, 1.161, 0.036, -0.052, -0.067, -0.118, -0.029],
    },
    sd: { a: [6.25, 0.15, -0.25, 0.13, -0.02, -0.05], b: [0, -0.08, 0.28, -0.39, -0.21, 0.02] },
    freeLevel: true,
  },
  kneeFlexion: {
    mean: {
      a: [42.164, -10.695, -16.601, -3.294, -0.661, -0.333, 0.084, -0.032, 0.011],
      b: [0, -25.549, 17.557, 2.198, 1.207, 0.233, -0.005, -0.145, -0.066],
    },
    sd: { a: [7.18, -1.2, -0.4, -0.36, 0.11, -0.44], b: [0, -1.59, 0.34, -0.89, 0.46, 0.11] },
    freeLevel: false,
  },
  ankleDorsiflexion: {
    mean: {
      a: [3.124, 10.998, -8.667, -0.994, 0.696, -0.111, 0.217, 0.131, 0.123],
      b: [0, 4.896, 1.917, -3.046, -0.598, -0.545, -0.454, -0.329, -0.169],
    },
    sd: { a: [5.39, -1.2, 0.25, 0.98, -0.15, -0.08], b: [0, -0.34, -0.96, -0.35, 0.34, -0.46] },
    freeLevel: false,
  },
  hipAdduction: {
    mean: {
      a: [0.656, 0.349, 0.257, -1.296, 0.161, -0.314, 0.08, 0.081, -0.004],
      b: [0, 4.525, 0.801, -0.517, 0.022, -0.165, -0.205, -0.083, 0.015],
    },
    sd: { a: [3.39, 0.3, 0.03, 0.01, 0.09, 0], b: [0, -0.42, -0.46, 0.08, 0.03, -0.11] },
    freeLevel: false,
  },
};

/** Speeds, m/s, at which the runners' 2.5 m/s is near enough: by 3.5 the swinging knee bends 11 degrees further. */
export const normalSpeedsMps = [1.75, 3.25] as const;

export const normalSource =
  'Fukuchi et al. 2017, PeerJ 5:e3298, and Ferber et al. 2024 (BMC-RIC data, CC BY 4.0): 46 healthy runners at 2.5 m/s, markers on the skin; mean ± 1.645 standard deviations, nine runners in ten';
