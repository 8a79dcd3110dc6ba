import type { CrossCheckName } from '../../../engine/quality/cross-check.ts';

const clip = {
  'orientation.treadmill': 'A treadmill is best filmed in portrait: the runner then fills the picture.',
  'orientation.overground': 'Overground running is best filmed in landscape: more strides stay in view.',
  'orientation.back': 'A runner seen from behind is best filmed in portrait: the body then fills the picture.',
  'view.side': 'The runner seems to be seen from the front or the back, not from the side.',
  'view.side_back': 'The runner seems to be seen from behind, not from the side: analyse the clip as a back view.',
  'view.back_side': 'The runner seems to be seen from the side, not from behind.',
  'view.back_front': 'The runner seems to be seen from the front, not from behind.',
  camera_moves:
    'The camera moves; keep it still on a tripod or a wall. If the runner is on a treadmill, say so, or the speed is wrong.',
  treadmill_stands:
    'The feet stand still in the picture, as they do on the ground, so that no speed is given: if the runner is not on a treadmill, leave treadmill out.',
  no_feet: 'The chosen pose network gives no heels and toes, so the foot is not measured.',
  'camera_tilted.ground':
    'The ground is out of level in the picture by {degrees} degrees; angles were measured against the ground. Keep the camera level.',
  'camera_tilted.camera':
    'The camera is turned by {degrees} degrees; angles were measured against the runner’s own level. Keep the camera level.',
  not_running: 'No running was found in the clip, so no running metric is given.',
  picture_turned:
    'The runner lies on their side or is upside down in the picture. Turn the video upright and send it again.',
  body_cut_off:
    'Part of the body is outside of the picture. Film the whole runner, from head to feet, with room to spare.',
  runs_backwards: 'The runner moves backwards, as in a clip that is played in reverse. Send it as it was recorded.',
  too_few_steps: 'Too few steps. Film longer, or keep the runner in the picture for more steps.',
  frame_rate_too_low:
    'The clip has {fps} frames per second, too few to tell running: film at 30 or more, better at 60.',
  low_frame_rate: 'The clip has {fps} frames per second, fewer than 30: film at 60 or more for exact contact times.',
  'picture_stretched.wide':
    'The runner looks wider in the picture than people are: the clip’s pixels are shown in the wrong shape, and angles and lengths are off. Send it as it was recorded.',
  'picture_stretched.narrow':
    'The runner looks narrower in the picture than people are: the clip’s pixels are shown in the wrong shape, or the camera stands at a slant, and angles and lengths are off. Send it as it was recorded, filmed at right angles.',
  clip_cut:
    'The clip was cut, or changes its speed, at {seconds} s: only the longest part between such places was measured. Send it as it was recorded.',
  variable_frame_rate: 'The frame rate varies; the true times of the frames were used.',
  interlaced: 'The clip is interlaced: only every other line of its pictures was used. Film progressively.',
  runner_lost: 'The runner was found in {percent} % of the frames; keep the whole body in view.',
  several_people: '{people} people were in view; one of them was followed. Film one runner alone.',
  another_followed: 'The runner was lost from view, and the person found after that may be another.',
  larger_person_not_followed: 'A larger person was in view for most of the clip and was not followed.',
  legs_ambiguous: 'The legs were hard to tell apart in {percent} % of the frames.',
  'slow_motion.container': 'The clip is in slow motion, {factor} times; the true times were used.',
  'slow_motion.gait':
    'The clip seems to be in slow motion, about {factor} times; times and speeds are not given. Send it as it was recorded.',
  'camera_oblique.grows': 'The runner grows by {percent} % on the way: put the camera at right angles to it.',
  'camera_oblique.shrinks': 'The runner shrinks by {percent} % on the way: put the camera at right angles to it.',
  'cross_check_standing_foot.belt':
    'The standing feet go back at {seen} m/s ({seenPace} min/km) in the picture, not at {told} m/s ({toldPace} min/km) as told: check pace, height and whether it is a treadmill.',
  'cross_check_standing_foot.still':
    'The feet stand still in the picture instead of going with a belt of {told} m/s ({toldPace} min/km): if the runner is not on a treadmill, leave treadmill out.',
} as const satisfies Readonly<Record<string, string>>;

const checks: Readonly<Record<CrossCheckName, string>> = {
  speed_steps: 'The speed and the distance between the footprints disagree: check height, pace and the skeleton.',
  contact_flight_step: 'Contact and flight do not make up a step: some contacts were found wrong.',
  left_right_stride: 'The left foot’s strides last longer or shorter than the right’s: some contacts were found wrong.',
  standing_foot:
    'The standing foot does not move with the ground as it should: check pace, height and whether it is a treadmill.',
  left_right_ground: 'The ground moves faster under one foot than under the other: a foot was not followed well.',
  free_fall: 'The hips do not fall as a body in flight does: check the height and the clip’s frame rate.',
};

/** The texts that those of the other languages say again. */
export const en = { clip, checks } as const;
