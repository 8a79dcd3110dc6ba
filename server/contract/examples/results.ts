import type { BackViewSideBody } from '../schemas/back-view-analysis.ts';
import type { BackViewSuccessBody, FailedBody, SuccessBody } from '../schemas/results.ts';
import { exampleVideoId as id } from './ids.ts';

const links = {
  thumbnail: `https://runs.example.com/media/${id}/${id}_thumbnail.jpg?expires=1774266300&signature=c2lnbmF0dXJl`,
  output_video: `https://runs.example.com/media/${id}/encoded_analyzed_${id}.mp4?expires=1774266300&signature=c2lnbmF0dXJl`,
};

/** A finished side view. */
export const sideViewExample: SuccessBody = {
  video_id: id,
  status: 'success',
  percentage: 100,
  ...links,
  biomechanical_analysis: {
    analysis_content: {
      arm: {
        range_good: [78, 88],
        range_okay: [74, 92],
        score_number: 0.266,
        texts: {
          exercice: ['bi_reinforcement', 'tri_reinforcement'],
          position: 'Arms too open',
          title: 'Arm position',
          recap: ['Your elbows open while you run.', 'Think of a right angle, and let the hands pass your hips.'],
        },
      },
      back_cycle: {
        range_good: [0, 98],
        range_okay: [98, 107],
        score_number: 0.889,
        texts: { position: 'Ideal position', title: 'Back knee angle at foot strike' },
      },
      foot: {
        foot_strike_pattern: 'midfoot',
        range_good: [-10, 5],
        range_okay: [5, 10],
        score_number: 0.8,
        texts: {
          position: 'Midfoot strike',
          title: 'Foot strike',
          overstride_title: 'Midfoot strike ahead of center of gravity',
        },
      },
      forward_cycle: {
        range_good: [140, 180],
        range_okay: [131, 140],
        score_number: 1,
        texts: { position: 'Ideal position', title: 'Front knee angle at foot strike' },
      },
      head: {
        range_good: [-10, 10],
        range_okay: [-14, 14],
        score_number: 0.94,
        texts: { position: 'Ideal position', title: 'Head position' },
      },
      trunk: {
        range_good: [4, 10],
        range_okay: [2, 12],
        score_number: 1,
        texts: { position: 'Ideal position', title: 'Trunk lean' },
      },
    },
    running_styles: [
      { title: 'Bounce', animal: 'gazelle', percentage: 61.3, summary: 'Light on the ground, long in the air.' },
      { title: 'Push', animal: 'horse', percentage: 38.7, summary: 'Long steps, pushed from behind.' },
    ],
    total_score: 0.816,
  },
};

const side = (name: string): BackViewSideBody => ({
  range_bad: [13, 30],
  range_good: [4, 10],
  range_okay: [1, 13],
  score_number: 0.91,
  texts: {
    explanation: 'How far the heel rolls inwards under the leg while the foot stands.',
    position: 'Ideal position',
    side: name,
    title: 'Pronation',
  },
});
const sides = { left: side('Left'), right: side('Right') };

/** A finished back view. */
export const backViewExample: BackViewSuccessBody = {
  video_id: id,
  status: 'success',
  percentage: 100,
  ...links,
  biomechanical_analysis: {
    analysis_content: { knee_adduction: sides, pelvic_drop: sides, pronation: sides },
    total_score: 0.91,
  },
};

/** The same with `full_body=false`. */
export const pronationExample: BackViewSuccessBody = {
  ...backViewExample,
  biomechanical_analysis: { analysis_content: { pronation: sides }, total_score: 0.91 },
};

/** A clip that shows nobody. */
export const failedExample: FailedBody = {
  video_id: id,
  status: 'failed',
  reason: {
    code: 'no_person',
    message: 'No person was found in the video. Film one runner whose whole body stays in view.',
  },
};
