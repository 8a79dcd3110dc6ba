import type { Floor } from '../floors.ts';

const less = (what: string, unit: string, floor: number, aim: number): Floor => ({
  what,
  unit,
  floor,
  aim,
  better: 'less',
});
const more = (what: string, unit: string, floor: number, aim: number): Floor => ({
  what,
  unit,
  floor,
  aim,
  better: 'more',
});

/** Errors that must not be exceeded, and shares that must be reached. */
export const accuracyFloors = {
  swapsRepaired: more('exchanged legs, 10 to 30 % of the frames: share put right', '%', 99, 99.9),
  strikeSynthetic: more('foot strike, synthetic runner: rear against not', '%', 90, 97),
  coverageSyntheticLow: more('interval coverage, synthetic runner, not below', '%', 85, 88),
  coverageSyntheticHigh: less('interval coverage, synthetic runner, not above', '%', 97, 92),
  sameMirrored: more('same numbers from the mirrored clip', '%', 100, 100),
  sameScaled: more('same numbers from the clip at another size', '%', 100, 100),
  sameDoubleFps: more('same numbers at twice the frame rate, within the interval', '%', 100, 100),
  cadencePlates: less('cadence, force plates, 10 s at 30 fps and 4 mm: largest error', 'spm', 0.5, 0.2),
  contactMeanPlates: less(
    'contact time, force plates, clip mean at 30 fps and 4 mm: largest mean error of a trial',
    'ms',
    10,
    6,
  ),
  contactStepPlates: less(
    'contact time, force plates, single step at 30 fps and 4 mm: limit of agreement',
    'ms',
    25,
    15,
  ),
  strikePlates: more('foot strike, force plates: rear against not', '%', 90, 97),
  coveragePlatesLow: more('interval coverage, force plates, not below', '%', 85, 88),
  coveragePlatesHigh: less('interval coverage, force plates, not above', '%', 97, 92),
  cadenceClips: less('cadence, rendered clips: largest error', 'spm', 0.5, 0.2),
  contactClips: less('contact time, rendered clips, clip mean: largest error', 'ms', 20, 10),
  flightClips: less('flight time, rendered clips, clip mean: largest error', 'ms', 20, 10),
  speedClips: less('speed, rendered clips, overground or with the pace told: largest error', '%', 4, 2),
  stepLengthClips: less('step length, rendered clips, overground or with the pace told: largest error', '%', 4, 2),
  speedSeenClips: less('speed, rendered clips, pace not told, against the standing soles: largest error', '%', 4, 2),
  kneeByTime: less('knee, rendered clips, frame by frame, offset off: RMS', 'deg', 6, 4),
  hipByTime: less('hip, rendered clips, frame by frame, offset off: RMS', 'deg', 6, 4),
  ankleByTime: less('ankle, rendered clips, frame by frame, offset off: RMS', 'deg', 8, 5),
  kneeByPhase: less('knee, rendered clips, mean curve by phase, offset off: RMS', 'deg', 6, 4),
  hipByPhase: less('hip, rendered clips, mean curve by phase, offset off: RMS', 'deg', 6, 4),
  ankleByPhase: less('ankle, rendered clips, mean curve by phase, offset off: RMS', 'deg', 8, 5),
  cadenceTreadmillMan: less('cadence, real man on a treadmill, 168.9 spm: error', 'spm', 0.7, 0.5),
  notRunning: more('clips that are not of running: share of which nothing is reported', '%', 100, 100),
} as const satisfies Record<string, Floor>;
