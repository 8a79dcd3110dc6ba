import { everyJoint } from '../../../engine/metrics/every-joint.ts';
import type { FrameBody, FrameDataHeader } from '../schemas/frame-data.ts';

export const frameDataHeaderExample: FrameDataHeader = {
  fps: 60,
  width: 1920,
  height: 1080,
  model: 'blazepose-full',
  keypoint_names: ['left_hip', 'left_knee', 'left_ankle'],
};

const frame: FrameBody = {
  index: 0,
  time_s: 0,
  keypoints: [[801.25, 512.5, 0.98], [823.75, 640.1, 0.97], null],
  angles: everyJoint(() => null),
  events: [],
};

/** Frame data of two frames and three keypoints; real ones have more of both. */
export const frameDataExample: FrameDataHeader & { readonly frames: FrameBody[] } = {
  ...frameDataHeaderExample,
  frames: [
    frame,
    { ...frame, index: 1, time_s: 0.016667, events: [{ type: 'touchdown', side: 'left', time_s: 0.014 }] },
  ],
};

/** The same, one line for the header and one for each frame. */
export const frameLinesExample = [frameDataHeaderExample, ...frameDataExample.frames]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');
