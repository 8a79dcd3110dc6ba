import type { Analysis, BackAnalysis, SideAnalysis } from '../../engine/analysis.ts';
import type { CrossCheckName } from '../../engine/quality/cross-check.ts';
import type { WarningBody } from './schemas/quality.ts';

/** Lowest frame rate that the recording rules ask for; 29.9 lets clips of 29.97 frames per second pass. */
const lowestFps = 29.9;
/** Share of frames with the runner below which the clip is called incomplete. */
const lowestFoundFraction = 0.95;
/** Share of frames with the ankles too close to tell apart above which the reader is told. */
const highestAmbiguousFraction = 0.3;

type Warn = (code: string, message: string) => void;

/** What about a clip of a side view makes its results less sure, each with what to do the next time. */
export function clipWarnings(analysis: SideAnalysis): WarningBody[] {
  const { video, tracks, camera, gait } = analysis;
  return collected((warn) => {
    const portrait = video.heightPx > video.widthPx;
    if (camera === 'treadmill' && !portrait)
      warn('orientation', 'A treadmill is best filmed in portrait: the runner then fills the picture.');
    if (camera !== 'treadmill' && portrait)
      warn('orientation', 'Overground running is best filmed in landscape: more strides stay in view.');
    if (tracks.view !== 'side')
      warn('view', 'The runner seems to be seen from the front or the back, not from the side.');
    if (gait.running && camera === 'panning')
      warn('camera_moves', 'The camera moves; keep it still on a tripod or a wall.');
    warnOfClip(analysis, warn);
    if (!tracks.hasFeet)
      warn('no_feet', 'The chosen pose network gives no heels and toes, so the foot is not measured.');
    for (const { code, message } of [...groundWarnings(analysis), ...checkWarnings(analysis)]) warn(code, message);
  });
}

/** Roll of the camera, degrees, from which it is told. */
const toldRollDeg = 2;

/** The same for a back view. */
export function backClipWarnings(analysis: BackAnalysis): WarningBody[] {
  const { video, tracks, roll } = analysis;
  return collected((warn) => {
    if (tracks.view !== 'back') warn('view', `The runner seems to be seen from the ${tracks.view}, not from behind.`);
    if (video.widthPx > video.heightPx)
      warn('orientation', 'A runner seen from behind is best filmed in portrait: the body then fills the picture.');
    warnOfClip(analysis, warn);
    const { value } = roll.rollDeg;
    if (value !== null && Math.abs(value) >= toldRollDeg)
      warn(
        'camera_tilted',
        `The camera is turned by ${Math.abs(value).toFixed(1)} degrees; angles were measured against the runner’s own level. Keep the camera level.`,
      );
  });
}

function collected(tell: (warn: Warn) => void): WarningBody[] {
  const warnings: WarningBody[] = [];
  tell((code, message) => warnings.push({ code, message }));
  return warnings;
}

/** What is told of every clip. */
function warnOfClip(analysis: Analysis, warn: Warn): void {
  const { video, pose, tracks, gait } = analysis;
  if (!gait.running) warn('not_running', 'No running was found in the clip, so no running metric is given.');
  if (video.fps < lowestFps)
    warn('low_frame_rate', 'Fewer than 30 frames per second: film at 60 or more for exact contact times.');
  if (video.variableFrameRate)
    warn('variable_frame_rate', 'The frame rate varies; the true times of the frames were used.');
  if (video.interlaced)
    warn('interlaced', 'The clip is interlaced: only every other line of its pictures was used. Film progressively.');
  if (tracks.report.foundFraction < lowestFoundFraction)
    warn('runner_lost', 'The runner was not found in every frame; keep the whole body in view.');
  if (pose.people !== null && pose.people.lasting > 1)
    warn(
      'several_people',
      `${pose.people.lasting} people were in view; one of them was followed. Film one runner alone.`,
    );
  if (pose.people !== null && pose.people.followed > 1)
    warn('another_followed', 'The runner was lost from view, and the person found after that may be another.');
  if (pose.people?.largerNotFollowed)
    warn('larger_person_not_followed', 'A larger person was in view for most of the clip and was not followed.');
  if (tracks.report.ambiguousFraction > highestAmbiguousFraction)
    warn('legs_ambiguous', 'The legs were hard to tell apart in many frames.');
  for (const { code, message } of timeWarnings(analysis)) warn(code, message);
}

function timeWarnings({ timeScale: { factor, source } }: Analysis): WarningBody[] {
  const times = `${Math.round(10 * factor) / 10} times`;
  if (source === 'container' && factor > 1)
    return [{ code: 'slow_motion', message: `The clip is in slow motion, ${times}; the true times were used.` }];
  if (source === 'gait')
    return [
      {
        code: 'slow_motion',
        message: `The clip seems to be in slow motion, about ${times}; times and speeds are not given. Send it as it was recorded.`,
      },
    ];
  return [];
}

/** Growth of the runner on the way through the picture from which a camera is called oblique. */
const mostGrowth = 0.1;

function groundWarnings({ ground: { tiltDeg, tilted, growth } }: SideAnalysis): WarningBody[] {
  const warnings: WarningBody[] = [];
  if (tilted && tiltDeg.value !== null) {
    const degrees = Math.abs(tiltDeg.value).toFixed(1);
    const message = `The ground is out of level in the picture by ${degrees} degrees; angles were measured against the ground. Keep the camera level.`;
    warnings.push({ code: 'camera_tilted', message });
  }
  if (Math.abs(growth) > mostGrowth) {
    const message = `The runner ${growth > 0 ? 'grows' : 'shrinks'} by ${Math.round(100 * Math.abs(growth))} % on the way: put the camera at right angles to it.`;
    warnings.push({ code: 'camera_oblique', message });
  }
  return warnings;
}

const checkMessages: Readonly<Record<CrossCheckName, string>> = {
  speed_steps: 'The speed and the distance between the footprints disagree: check height, pace and the skeleton.',
  contact_flight_step: 'Contact and flight do not make up a step: some contacts were found wrong.',
  left_right_stride: 'The left foot’s strides last longer or shorter than the right’s: some contacts were found wrong.',
  standing_foot:
    'The standing foot does not move with the ground as it should: check pace, height and whether it is a treadmill.',
  left_right_ground: 'The ground moves faster under one foot than under the other: a foot was not followed well.',
  free_fall: 'The hips do not fall as a body in flight does: check the height and the clip’s frame rate.',
};

const checkWarnings = ({ crossChecks }: SideAnalysis): WarningBody[] =>
  crossChecks
    .filter(({ holds }) => !holds)
    .map(({ name }) => ({ code: `cross_check_${name}`, message: checkMessages[name] }));
