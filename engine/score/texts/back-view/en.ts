import type { BackViewTexts } from './texts.ts';

/** English. */
export const en: BackViewTexts = {
  legs: { left: 'Left leg', right: 'Right leg' },
  notMeasured: 'Not measured',
  segments: {
    pronation: {
      title: 'Pronation',
      explanation:
        'Pronation is the inward roll of the foot after landing. A moderate roll is normal and cushions the step.',
      good: 'Neutral pronation',
      low: {
        slight: 'Slight supination',
        strong: 'Marked supination',
        recap: [
          {
            left: 'Your left foot stays more on its outer edge after landing.',
            right: 'Your right foot stays more on its outer edge after landing.',
          },
          'With little inward roll, the foot cushions the step less.',
          'Land softly and let the foot roll toward the big toe.',
          'Calf stretches, ankle mobility and balance drills help the foot to move freely.',
        ],
      },
      high: {
        slight: 'Slight overpronation',
        strong: 'Marked overpronation',
        recap: [
          {
            left: 'Your left foot rolls inward more than it needs to after landing.',
            right: 'Your right foot rolls inward more than it needs to after landing.',
          },
          'The shin turns inward with it, and the push-off loses firmness.',
          'Push off over the whole forefoot, with the big toe pressing into the ground.',
          'Short-foot drills, heel raises and single-leg balance make the foot more stable.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Pelvic drop',
      explanation: 'How far the pelvis sinks on the side of the swinging leg. A few degrees are normal.',
      good: 'Stable pelvis',
      high: {
        slight: {
          left: 'Right side of the pelvis slightly too low',
          right: 'Left side of the pelvis slightly too low',
        },
        strong: { left: 'Right side of the pelvis too low', right: 'Left side of the pelvis too low' },
        recap: [
          {
            left: 'When your left leg carries you, the right side of your pelvis drops.',
            right: 'When your right leg carries you, the left side of your pelvis drops.',
          },
          'The body then sways from side to side with every step.',
          'Run tall and keep both sides of the pelvis at the same height.',
          'Hip hikes on a step, side planks and single-leg bridges build this stability.',
        ],
      },
    },
    knee_adduction: {
      title: 'Knee alignment',
      explanation:
        'How far the knee lies inside or outside the line from hip to ankle, as seen from behind. The shape of your legs plays a part.',
      good: 'Knee well aligned',
      low: {
        slight: 'Knee slightly too far outward',
        strong: 'Knee too far outward',
        recap: [
          {
            left: 'Your left knee moves outward while the leg carries you.',
            right: 'Your right knee moves outward while the leg carries you.',
          },
          'The load then falls more on the outer side of the foot and leg.',
          'Land with the foot under the hip and let the knee point straight ahead.',
          'Step down slowly from a low step, with the knee over the second toe.',
        ],
      },
      high: {
        slight: 'Knee slightly too far inward',
        strong: 'Knee too far inward',
        recap: [
          {
            left: 'Your left knee moves inward while the leg carries you.',
            right: 'Your right knee moves inward while the leg carries you.',
          },
          'Some of the push then goes sideways instead of forward.',
          'Keep the knee pointing straight ahead, over the second toe.',
          'Single-leg squats in front of a mirror and side steps with a band train this line.',
        ],
      },
    },
    hip_adduction: {
      title: 'Hip adduction',
      explanation: 'How far the thigh leans inward under the pelvis while the leg carries you. A little is normal.',
      good: 'Thigh well aligned',
      low: {
        slight: 'Thigh slightly too far outward',
        strong: 'Thigh too far outward',
        recap: [
          {
            left: 'Your left thigh leans outward while the leg carries you.',
            right: 'Your right thigh leans outward while the leg carries you.',
          },
          'The feet land wide, and the body has to shift sideways with every step.',
          'Let the feet land a little closer to the line you run along.',
          'Run short stretches along a track line, one foot landing close on either side of it.',
        ],
      },
      high: {
        slight: 'Thigh slightly too far inward',
        strong: 'Thigh too far inward',
        recap: [
          {
            left: 'Your left thigh leans inward more than it needs to while the leg carries you.',
            right: 'Your right thigh leans inward more than it needs to while the leg carries you.',
          },
          'The feet then tend to land on one line, and the hip works harder to hold you.',
          'Run with each foot on its own side of an imaginary line.',
          'Side-lying leg raises and side steps with a band strengthen the outer hip.',
        ],
      },
    },
  },
};
