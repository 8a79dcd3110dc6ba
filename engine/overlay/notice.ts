import type { WithheldReason } from '../metrics/measured.ts';

/** What the annotated video says in place of numbers. docs/reference/reasons.md says more of each. */
export const noticeOf: Readonly<Record<WithheldReason, string>> = {
  not_running: 'No running seen: no numbers',
  too_few_steps: 'Too few steps seen: no numbers',
  wrong_view: 'Not the view that was asked for: no numbers',
  front_view: 'Seen from the front: no numbers',
  outline_unclear: 'The runner’s outline is unclear: no numbers',
  runner_too_small: 'The runner is too small: no numbers',
  keypoints_missing: 'The runner is not seen well enough: no numbers',
  picture_unclear: 'The picture is unclear: no numbers',
  scale_unknown: 'The scale is not known: no numbers',
  slow_motion: 'Slow motion of unknown speed: no numbers',
  implausible: 'What was measured contradicts itself: no numbers',
};
