import type { Texts } from './texts.ts';

/** English. */
export const en: Texts = {
  titles: {
    arm: 'Arm position',
    back_cycle: 'Back knee angle at foot strike',
    foot: 'Foot strike',
    forward_cycle: 'Front knee angle at foot strike',
    head: 'Head position',
    trunk: 'Trunk lean',
  },
  idealPosition: 'Ideal position',
  notMeasured: 'Not measured',
  strikeUnclear: 'Foot strike not clear',
  deviations: {
    arm: {
      low: {
        slight: 'Elbow slightly too closed',
        strong: 'Elbow too closed',
        recap: [
          'Your elbow is bent more than it needs to be.',
          'Hands held high tighten the shoulders and shorten the arm swing.',
          'Let your hands drop to waist height, with the elbow just under a right angle.',
          'Shake your arms out every kilometer, then settle back into a compact swing.',
        ],
      },
      high: {
        slight: 'Elbow slightly too open',
        strong: 'Elbow too open',
        recap: [
          'Your elbow is more open than it needs to be, so the hand swings low.',
          'A long arm swings slowly and makes the trunk twist.',
          'Close the elbow to just under a right angle and drive it straight back.',
          'Practice the swing in front of a mirror first, then in short accelerations.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Heel slightly too low',
        strong: 'Heel too low',
        recap: [
          'The trailing heel is still low when the other foot lands.',
          'A long leg is slow and heavy to bring forward.',
          'Let the heel fold up under the hip as soon as the foot leaves the ground.',
          'Butt kicks and quick leg cycling on the spot train this movement.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'You land with the toes pointing well down.',
          'The calf and the Achilles tendon then take most of the load.',
          'Let the foot meet the ground flatter, and let the heel touch down lightly.',
          'Strengthen your calves before you add distance.',
        ],
      },
      high: {
        recap: [
          'Your toes point up at landing, and much of the load falls on the heel.',
          'Until the foot is flat, the muscles of your shin have to slow it down.',
          'Land softly, with the foot nearly flat.',
          'Slightly quicker, shorter steps make this easier.',
        ],
        recapAhead: [
          'A foot set down like this often lands well ahead of you and acts as a brake.',
          'Land softly, with the foot nearly flat and closer to your body.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Front knee slightly too bent',
        strong: 'Front knee too bent',
        recap: [
          'Your front knee is bent more than it needs to be when the foot lands.',
          'The hips sink, and the thigh has to hold you up.',
          'Run tall and land on a leg that is long but not locked.',
          'Stronger thighs and glutes help to keep the hips high.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Gaze slightly too low',
        strong: 'Gaze too low',
        recap: [
          'You look at the ground a few meters in front of you.',
          'A dropped head rounds the upper back and can make breathing harder.',
          'Lift your eyes to a point 10 to 20 meters ahead.',
          'Picture a string that gently draws the crown of your head upward.',
        ],
      },
      high: {
        slight: 'Gaze slightly too high',
        strong: 'Gaze too high',
        recap: [
          'Your chin is lifted and your gaze goes above the horizon.',
          'That tightens the neck and tips the body backward.',
          'Bring the chin in and look at the horizon or slightly below it.',
          'Relax your jaw and shoulders every few minutes.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Trunk slightly too upright',
        strong: 'Trunk too upright',
        recap: [
          'Your trunk is very upright, or even leans back.',
          'Your weight then stays behind the foot and slows you at every landing.',
          'Lean forward a little from the ankles and keep the back long.',
          'Stand tall, then let yourself fall forward until you have to take a step.',
        ],
      },
      high: {
        slight: 'Trunk leaning slightly too far forward',
        strong: 'Trunk leaning too far forward',
        recap: [
          'Your trunk leans farther forward than it needs to.',
          'The lower back and the hamstrings then have to hold it up.',
          'Straighten up at the hips and lean from the ankles instead.',
          'A strong core and supple hip flexors help you stay tall.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Rearfoot strike',
      likely: 'Probably a rearfoot strike',
      under: 'Rearfoot strike close to center of gravity',
      ahead: 'Rearfoot strike ahead of center of gravity',
    },
    midfoot: {
      position: 'Midfoot strike',
      likely: 'Probably a midfoot strike',
      under: 'Midfoot strike close to center of gravity',
      ahead: 'Midfoot strike ahead of center of gravity',
    },
    forefoot: {
      position: 'Forefoot strike',
      likely: 'Probably a forefoot strike',
      under: 'Forefoot strike close to center of gravity',
      ahead: 'Forefoot strike ahead of center of gravity',
    },
  },
  styles: {
    hop: {
      title: 'Hop',
      summary: 'Quick steps and short contacts: you skip lightly over the ground on the spring of your tendons.',
    },
    stick: {
      title: 'Stick',
      summary: 'Quick steps with long contacts: you run flat and steady, with little up and down.',
    },
    bounce: {
      title: 'Bounce',
      summary: 'Long, airy steps and short contacts: you spring upward and spend much of your run in flight.',
    },
    push: {
      title: 'Push',
      summary: 'Long steps with long contacts: you stay low and drive yourself forward with a strong push-off.',
    },
    sit: {
      title: 'Sit',
      summary: 'Balanced steps or hardly any flight: you glide along smoothly, without extremes.',
    },
  },
};
