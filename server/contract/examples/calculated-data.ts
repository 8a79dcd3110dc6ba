import { everyJoint } from '../../../engine/metrics/every-joint.ts';
import type { CalculatedDataBody } from '../schemas/calculated-data.ts';
import type { UncertaintyBody } from '../schemas/quality.ts';
import { en } from '../warning-texts/en.ts';

/** 101 values of something that swings once a stride. */
const curve = (middle: number, swing: number): number[] =>
  Array.from({ length: 101 }, (_, percent) => Math.round(middle + swing * Math.sin((percent / 50) * Math.PI)));

const keys = ['at_touchdown', 'at_mid_stance', 'at_toe_off', 'min', 'max', 'range'] as const;
type Keyed<T> = Record<(typeof keys)[number], T>;
const keyed = <T>(value: (index: number) => T): Keyed<T> =>
  Object.fromEntries(keys.map((key, index) => [key, value(index)])) as Keyed<T>;

const worth = (halfWidth: number, unit: string, n: number): UncertaintyBody => ({ half_width: halfWidth, unit, n });
const angle = worth(4.2, 'deg', 12);
const valued = (value: number, halfWidth = 4.2, unit = 'deg') => ({ value, ...worth(halfWidth, unit, 12) });
const cycle = (middle: number, swing: number) => ({ ...keyed(() => valued(middle)), curve: curve(middle, swing) });
const alike = { ...valued(1.8, 5.1, '%'), beyond_doubt: false };

/** The calculated data of a side view; the documented part is the vendor's public sample. */
export const calculatedDataExample: CalculatedDataBody = {
  metrics: {
    speed_meter_per_second: 2.123,
    step_length_meter: 1.15,
    pace_min_per_km: 7.511,
    step_frequency_steps_per_min: 110,
    ground_contact_time_ms: 280,
    time_of_flight_ms: 120,
    duty_factor: 0.35,
  },
  overstride: { mean_angle: 3.47, score: 'score_good' },
  total_score: 0.588,
  foot_landing: [
    {
      step: 1,
      side: 'right',
      time_s: 0.333,
      pattern: 'midfoot',
      foot_angle: 2.12,
      probabilities: { rearfoot: 0.1, midfoot: 0.834, forefoot: 0.066 },
    },
    { step: 2, side: 'left', time_s: 0.69, pattern: null, foot_angle: null, probabilities: null },
  ],
  angles: everyJoint(() => ({ ...keyed((index) => 20 + 5 * index), curve: curve(40, 20) })),
  running_style: { title: 'Bounce', percentage: 61.3 },
  quality: {
    metrics: {
      speed_meter_per_second: worth(0.05, 'm/s', 10),
      step_length_meter: worth(0.03, 'm', 10),
      pace_min_per_km: worth(11, 's/km', 10),
      step_frequency_steps_per_min: worth(0.31, '1/min', 12),
      ground_contact_time_ms: worth(30, 'ms', 12),
      time_of_flight_ms: worth(30, 'ms', 11),
      duty_factor: worth(0.03, '1', 12),
    },
    overstride: { mean_angle: angle },
    foot_strike: { probabilities: { rearfoot: 0.1, midfoot: 0.834, forefoot: 0.066 } },
    foot_landing: [
      { step: 1, ...worth(6.1, 'deg', 1) },
      { step: 2, half_width: null, unit: 'deg', n: 0, reason: 'keypoints_missing' },
    ],
    angles: everyJoint(() => keyed(() => angle)),
    segments: {
      arm: valued(95.5),
      back_cycle: valued(96),
      foot: valued(4),
      forward_cycle: valued(160),
      head: valued(-3),
      trunk: valued(6.2),
    },
    additional: {
      vertical_oscillation_meter: valued(0.081, 0.004, 'm'),
      trunk_lean: cycle(6, 2),
      head_gaze: cycle(-3, 2),
    },
    symmetry: { contact_time: alike, step_time: alike, knee_flexion: alike, hip_range: alike, ankle_range: alike },
    cross_checks: [
      { name: 'left_right_stride', unit: 'ms', values: [710.4, 712.1], difference: -1.6, allowed: 9.5, holds: true },
    ],
    running: true,
    view: 'side',
    facing: 'right',
    camera: 'static',
    speed_source: 'hips',
    ground: { tilt_degree: valued(0.46, 0.31), corrected: false, growth_percent: 1.2 },
    slow_motion: { factor: 1, source: 'file' },
    pose_network: 'blazepose-full',
    video: {
      container: 'mp4',
      codec: 'h264',
      width: 1920,
      height: 1080,
      rotation: 0,
      frames: 300,
      fps: 60,
      duration_s: 5,
      variable_frame_rate: false,
      hdr: false,
      interlaced: false,
    },
    tracks: {
      found_fraction: 1,
      ambiguous_fraction: 0.031,
      leg_swaps_repaired: 2,
      outliers_rejected: 5,
      gaps_filled: 3,
      has_feet: true,
      body_height_px: 700,
    },
    warnings: [{ code: 'camera_moves', message: en.clip.camera_moves }],
  },
};
