import type { Segment } from './side-view-score.ts';

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
