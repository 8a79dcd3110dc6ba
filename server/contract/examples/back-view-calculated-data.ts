import type { BackViewCalculatedDataBody } from '../schemas/back-view-calculated-data.ts';
import type { QualifiedBody, UncertaintyBody } from '../schemas/quality.ts';
import { calculatedDataExample } from './calculated-data.ts';

const worth = (halfWidth: number, unit: string, n: number): UncertaintyBody => ({ half_width: halfWidth, unit, n });
const both = <T>(left: T, right: T) => ({ left, right });
const alike = <T>(value: T) => both(value, value);
const frontal = <T>(at_touchdown: T, peak: T, mean: T, range: T) => ({ at_touchdown, peak, mean, range });
const angles = (halfWidth: number) => {
  const one = worth(halfWidth, 'deg', 12);
  return alike(frontal(one, one, one, one));
};
const valued = (value: number, halfWidth: number, unit = 'deg'): QualifiedBody => ({
  value,
  ...worth(halfWidth, unit, 12),
});
const difference = { ...valued(0.6, 1.9), beyond_doubt: false };
const { symmetry, slow_motion, pose_network, video, tracks } = calculatedDataExample.quality;

/** The calculated data of a back view. */
export const backViewCalculatedDataExample: BackViewCalculatedDataBody = {
  metrics: {
    step_frequency_steps_per_min: 168.4,
    ground_contact_time_ms: both(251, 247),
    time_of_flight_ms: both(105, 110),
  },
  pronation: both(frontal(-3.1, 7.4, 4.2, 10.9), frontal(-2.4, 8.8, 5.1, 11.6)),
  pelvic_drop: both(frontal(-0.8, 4.9, 2.9, 5.8), frontal(-1.2, 4.3, 2.4, 5.6)),
  knee_adduction: both(frontal(0.4, 3.1, 1.7, 3.3), frontal(-0.3, 2.6, 1.2, 3.1)),
  hip_adduction: both(frontal(1.1, 8.2, 5.6, 7.4), frontal(0.7, 7.5, 5.0, 7.1)),
  gait_cycle: both(
    { stride_time_ms: 713, stance_percent: 35.2, swing_percent: 64.8 },
    { stride_time_ms: 713, stance_percent: 34.6, swing_percent: 65.4 },
  ),
  total_score: 0.881,
  quality: {
    metrics: {
      step_frequency_steps_per_min: worth(0.41, '1/min', 12),
      ground_contact_time_ms: alike(worth(18, 'ms', 12)),
      time_of_flight_ms: alike(worth(18, 'ms', 12)),
    },
    pronation: angles(3.2),
    pelvic_drop: angles(2.1),
    knee_adduction: angles(2.8),
    hip_adduction: angles(2.9),
    gait_cycle: alike({
      stride_time_ms: worth(3, 'ms', 12),
      stance_percent: worth(2.4, '%', 12),
      swing_percent: worth(2.4, '%', 12),
    }),
    additional: {
      pronation_at_mid_stance: both(valued(7.1, 3.2), valued(8.3, 3.2)),
      pronation_peak_time_percent: alike(valued(42, 11, '%')),
      pronation_class: alike({
        pattern: 'neutral' as const,
        probabilities: { supination: 0.04, neutral: 0.9, overpronation: 0.06 },
      }),
      pelvic_drop_at_mid_stance: both(valued(4.4, 2.1), valued(3.9, 2.1)),
      knee_adduction_at_mid_stance: both(valued(2.8, 2.8), valued(2.3, 2.8)),
      hip_adduction_at_mid_stance: both(valued(7.7, 2.9), valued(7.1, 2.9)),
      step_width_meter: valued(0.06, 0.02, 'm'),
      trunk_lateral_lean_degree: valued(0.4, 1.3),
    },
    symmetry: {
      contact_time: symmetry.contact_time,
      step_time: symmetry.step_time,
      pelvic_drop: difference,
      knee_adduction: difference,
      hip_adduction: difference,
    },
    running: true,
    camera: 'treadmill',
    camera_roll_degree: valued(0.6, 0.8),
    slow_motion,
    pose_network,
    video,
    tracks,
    warnings: [],
  },
};
