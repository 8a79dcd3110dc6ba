import type { Side } from '../../../engine/pose/keypoint-names.ts';
import { scoreAngle } from '../../../engine/score/angle-score.ts';
import { backSideTexts } from '../../../engine/score/back/back-side-texts.ts';
import { backRangesTable } from '../../../engine/score/back/back-view-ranges.table.ts';
import type { BackSegment } from '../../../engine/score/back/back-view-score.ts';
import { backViewTextsByLanguage } from '../../../engine/score/texts/back-view/by-language.ts';
import { en } from '../../../engine/score/texts/en.ts';
import { rangeBody } from '../range.ts';
import { decimals, round } from '../rounding.ts';
import type { BackViewSideBody } from '../schemas/back-view-analysis.ts';
import type { BackViewSuccessBody, FailedBody, SuccessBody } from '../schemas/results.ts';
import { exampleVideoId as id } from './ids.ts';

const links = {
  thumbnail: `https://runs.example.com/media/${id}/${id}_thumbnail.jpg?expires=1774266300&signature=c2lnbmF0dXJl`,
  output_video: `https://runs.example.com/media/${id}/encoded_analyzed_${id}.mp4?expires=1774266300&signature=c2lnbmF0dXJl`,
};

const elbowsOpen = en.deviations.arm.high;

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
          position: elbowsOpen.strong,
          title: 'Arm position',
          recap: [...elbowsOpen.recap],
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
        range_good: [-10, 5],
        range_okay: [-18, 12],
        score_number: 0.94,
        texts: { position: 'Ideal position', title: 'Head position' },
      },
      trunk: {
        range_good: [2, 8],
        range_okay: [0, 12],
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

/** One leg, judged as the engine judges that angle. */
function side(segment: BackSegment, leg: Side, angleDeg: number): BackViewSideBody {
  const ranges = backRangesTable[segment];
  const scored = scoreAngle(angleDeg, ranges);
  const { explanation, position, side: name, title } = backSideTexts(segment, leg, scored, backViewTextsByLanguage.en);
  return {
    range_bad: rangeBody(ranges.badAbove),
    range_good: rangeBody(ranges.good),
    range_okay: rangeBody(ranges.okay),
    score_number: round(scored.score, decimals.score),
    texts: { explanation, position, side: name, title },
  };
}
const sides = (segment: BackSegment, leftDeg: number, rightDeg: number) => ({
  left: side(segment, 'left', leftDeg),
  right: side(segment, 'right', rightDeg),
});

// The angles of the example of calculated data.
const pronation = sides('pronation', 7.4, 8.8);

/** A finished back view. */
export const backViewExample: BackViewSuccessBody = {
  video_id: id,
  status: 'success',
  percentage: 100,
  ...links,
  biomechanical_analysis: {
    analysis_content: {
      knee_adduction: sides('knee_adduction', 2.8, 2.3),
      pelvic_drop: sides('pelvic_drop', 4.4, 3.9),
      pronation,
    },
    total_score: 0.881,
  },
};

/** The same with `full_body=false`. */
export const pronationExample: BackViewSuccessBody = {
  ...backViewExample,
  biomechanical_analysis: { analysis_content: { pronation }, total_score: 0.919 },
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
