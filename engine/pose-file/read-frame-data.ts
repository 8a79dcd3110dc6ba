import { Type } from 'typebox';
import { networkIds } from '../../models/registry.ts';
import { keypointNames } from '../pose/keypoint-names.ts';
import type { PoseSequence } from '../pose/pose-sequence.ts';
import { checkSeen } from '../pose/seen.ts';
import { frameRate } from '../video/frame-rate.ts';
import { defaultLimits } from '../video/probe.ts';
import type { ClipReading } from './clip-reading.ts';
import { checked, checkIncreasing, unfitPoses } from './unfit-poses.ts';

const SidePx = Type.Integer({ minimum: 1, maximum: 65_536 });
const Px = Type.Number({ minimum: -1e6, maximum: 1e6 });
const mostPoints = 200;

/** What is read of frame data; whatever else it says follows from the keypoints. */
const HeaderSchema = Type.Object({
  width: SidePx,
  height: SidePx,
  model: Type.Optional(Type.String({ maxLength: 200 })),
  keypoint_names: Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: mostPoints }),
});

const FrameSchema = Type.Object({
  time_s: Type.Number({ minimum: 0, maximum: 3600 }),
  keypoints: Type.Array(Type.Union([Type.Null(), Type.Tuple([Px, Px, Type.Number({ minimum: 0, maximum: 1 })])]), {
    maxItems: mostPoints,
  }),
});

/** Whether a value calls itself frame data. */
export const isFrameData = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'keypoint_names' in value;

/**
 * What frame data says, the API's or another tool's in that form: keypoints in any order, of which those with a name that we know are
 * taken. Nothing tells the clip's container, which is taken to be an MP4, nor what was asked of it.
 *
 * @param frames One after the other, parsed.
 * @throws StrideError `invalid_poses`; `no_person` where nobody was found.
 */
export function readFrameData(header: unknown, frames: readonly unknown[]): ClipReading {
  const {
    width: widthPx,
    height: heightPx,
    model,
    keypoint_names: names,
  } = checked(HeaderSchema, header, 'the header');
  const { maxFrames, minFrames, maxDurationS } = defaultLimits;
  if (frames.length < minFrames || frames.length > maxFrames)
    throw unfitPoses(`${frames.length} frames; ${minFrames} to ${maxFrames} are read`);
  const places = keypointNames.map((name) => names.indexOf(name));
  const count = keypointNames.length;
  const pose = {
    network: networkIds.find((id) => id === model) ?? 'custom',
    frameCount: frames.length,
    widthPx,
    heightPx,
    timesS: new Float64Array(frames.length),
    xPx: new Float64Array(frames.length * count).fill(Number.NaN),
    yPx: new Float64Array(frames.length * count).fill(Number.NaN),
    score: new Float64Array(frames.length * count),
    found: new Uint8Array(frames.length),
    people: null,
  } satisfies PoseSequence;
  frames.forEach((value, frame) => {
    const { time_s: timeS, keypoints } = checked(FrameSchema, value, `frame ${frame}`);
    if (keypoints.length !== names.length)
      throw unfitPoses(`frame ${frame}: ${keypoints.length} points of ${names.length}`);
    pose.timesS[frame] = timeS;
    places.forEach((place, keypoint) => {
      const point = keypoints[place];
      if (point === undefined || point === null) return;
      const at = frame * count + keypoint;
      [pose.xPx[at], pose.yPx[at], pose.score[at]] = point;
      pose.found[frame] = 1;
    });
  });
  checkIncreasing(pose.timesS, 'frame');
  const rate = frameRate(pose.timesS);
  const durationS = pose.timesS[frames.length - 1] + rate.intervalS;
  if (durationS > maxDurationS + 1) throw unfitPoses(`${durationS.toFixed(1)} s; at most ${maxDurationS} s are read`);
  const told = {
    container: 'mp4',
    codec: 'unknown',
    rotationDeg: 0,
    captureFps: null,
    hdr: false,
    interlaced: false,
  } as const;
  const { fps, variable: variableFrameRate } = rate;
  const size = { widthPx, heightPx, durationS, frameTimesS: pose.timesS, fps, variableFrameRate };
  return {
    clip: { video: { path: '', ...told, ...size }, pose: checkSeen(pose) },
    pictures: null,
    shoes: null,
    terms: null,
    source: null,
  };
}
