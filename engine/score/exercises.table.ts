import type { Segment } from './side-view-score.ts';
import type { BackTextSegment } from './texts/back-view/texts.ts';

/**
 * Exercises that help with a deviation, as codes that are the same in every language. The two of the arm are the
 * Partner API's; the others follow their spelling.
 */
export const exercises: Readonly<Record<Segment, Readonly<Record<'low' | 'high', readonly string[]>>>> = {
  arm: {
    low: ['bi_reinforcement', 'tri_reinforcement'],
    high: ['bi_reinforcement', 'tri_reinforcement'],
  },
  back_cycle: { low: [], high: ['ham_reinforcement', 'hip_flexor_reinforcement', 'heel_flick_drill'] },
  foot: {
    low: ['calf_reinforcement', 'calf_stretching'],
    high: ['tibialis_reinforcement', 'calf_reinforcement', 'quick_step_drill'],
  },
  forward_cycle: { low: ['quad_reinforcement', 'glute_reinforcement', 'ham_stretching'], high: [] },
  head: {
    low: ['neck_reinforcement', 'upper_back_reinforcement'],
    high: ['neck_reinforcement', 'neck_stretching'],
  },
  trunk: {
    low: ['core_reinforcement', 'wall_lean_drill'],
    high: ['core_reinforcement', 'glute_reinforcement', 'hip_flexor_stretching'],
  },
};

/** The same for the back view, each with what its recap tells to practise. */
export const backExercises: Readonly<Record<BackTextSegment, Readonly<Record<'low' | 'high', readonly string[]>>>> = {
  pronation: {
    low: ['calf_stretching', 'ankle_mobility_drill', 'single_leg_balance_drill'],
    high: ['short_foot_drill', 'calf_reinforcement', 'single_leg_balance_drill'],
  },
  pelvic_drop: { low: [], high: ['hip_hike_drill', 'side_plank_drill', 'glute_reinforcement'] },
  knee_adduction: {
    low: ['step_down_drill', 'quad_reinforcement'],
    high: ['single_leg_squat_drill', 'abductor_reinforcement'],
  },
  hip_adduction: {
    low: ['line_running_drill', 'adductor_reinforcement'],
    high: ['abductor_reinforcement', 'line_running_drill'],
  },
};
