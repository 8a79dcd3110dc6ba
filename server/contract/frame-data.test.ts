import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { measureClip } from '../../engine/measure-clip.ts';
import { everyJoint } from '../../engine/metrics/every-joint.ts';
import { keypointIndex, keypointNames } from '../../engine/pose/keypoint-names.ts';
import { readEvery } from '../../engine/pose/read-every.ts';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { type SyntheticPosesOptions, syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { probeOf } from '../../test/support/filmed-clip.ts';
import { toFrameBodies, toFrameDataHeader } from './frame-data.ts';
import { type FrameBody, FrameDataHeaderSchema, FrameSchema } from './schemas/frame-data.ts';

const treadmill = { heightM: 1.75, treadmill: true, paceSPerKm: 1000 / 3, language: 'en' } as const;

function filmed(options: Partial<SyntheticPosesOptions> = {}) {
  const made = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), { fps: 60, durationS: 4, ...options });
  const analysis = measureClip({ video: probeOf(made.poses), pose: made.poses }, treadmill);
  return { ...made, analysis, frames: [...toFrameBodies(analysis)] };
}

const point = ({ keypoints }: FrameBody, name: keyof typeof keypointIndex) => keypoints[keypointIndex[name]];

describe('frame data', () => {
  const { analysis, poses, frames, truth } = filmed({ noisePx: 1, dropFraction: 0.05 });

  it('keeps to its schema, every frame with its time', () => {
    expect(Value.Errors(FrameDataHeaderSchema, toFrameDataHeader(analysis))).toEqual([]);
    for (const frame of frames) expect(Value.Errors(FrameSchema, frame)).toEqual([]);
    expect(toFrameDataHeader(analysis)).toMatchObject({
      fps: 60,
      model: 'blazepose-full',
      keypoint_names: keypointNames,
    });
    expect(frames.map(({ index }) => index)).toEqual([...poses.timesS.keys()]);
    frames.forEach(({ time_s }, i) => {
      expect(time_s).toBeCloseTo(poses.timesS[i], 6);
    });
  });

  it('holds the keypoints as the network gave them, null where it found nobody', () => {
    frames.forEach((frame, i) => {
      const element = i * keypointNames.length + keypointIndex.left_knee;
      if (poses.found[i] === 0) expect(frame.keypoints.every((values) => values === null)).toBe(true);
      else expect(point(frame, 'left_knee')?.[0]).toBeCloseTo(poses.xPx[element], 1);
    });
    expect(poses.found).toContain(0);
  });

  it('holds the angles that are averaged in the calculated data', () => {
    const knees = frames.flatMap(({ angles }) => ('knee' in angles ? (angles.knee.right ?? []) : []));
    expect(knees.length).toBeGreaterThan(0.9 * frames.length);
    const { min, max } = analysis.metrics.jointAngles.knee.right;
    expect(Math.abs(Math.min(...knees) - (min.value ?? Number.NaN))).toBeLessThan(4);
    expect(Math.abs(Math.max(...knees) - (max.value ?? Number.NaN))).toBeLessThan(4);
  });

  it('names each event once, at the frame nearest to it', () => {
    const events = frames.flatMap(({ events, time_s }) => events.map((event) => ({ ...event, frameS: time_s })));
    for (const event of events) expect(Math.abs(event.time_s - event.frameS)).toBeLessThanOrEqual(0.5 / 60 + 0.001);
    const touchdowns = events.filter(({ type }) => type === 'touchdown');
    expect(touchdowns.map(({ time_s }) => time_s)).toEqual(
      analysis.gait.contacts.map(({ touchdownS }) => Math.round(1000 * touchdownS) / 1000),
    );
    expect(touchdowns.length).toBeGreaterThanOrEqual(truth.contacts.length - 2);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['touchdown', 'mid_stance', 'toe_off']));
  });
});

it('calls the legs what they are called everywhere else where the network exchanged them', () => {
  const { frames, exact, swapped, poses } = filmed({ swapFraction: 0.2, swapRunFrames: 5 });
  expect(swapped).toContain(1);
  frames.forEach((frame, i) => {
    for (const name of ['left_ankle', 'right_toe', 'left_hip', 'left_wrist'] as const) {
      if (poses.found[i] === 1)
        expect(point(frame, name)?.[0]).toBeCloseTo(exact.xPx[i * keypointNames.length + keypointIndex[name]], 1);
    }
  });
});

it('counts the frames of the clip where not every one was read', () => {
  const fps = 240;
  const { poses } = syntheticPoses(createRunner({ speedMps: 3 }), sideCamera(), { fps: fps / 2, durationS: 3 });
  const clip = probeOf(poses);
  const video = { ...clip, fps, frameTimesS: Float64Array.from({ length: 3 * fps }, (_, index) => index / fps) };
  expect(readEvery(video)).toBe(2);
  const frames = [...toFrameBodies(measureClip({ video, pose: poses }, treadmill))];
  expect(frames.map(({ index }) => index)).toEqual(frames.map((_, i) => 2 * i));
});

it('knows neither angles nor events where nobody runs', () => {
  const { poses } = filmed();
  const frozen = (values: Float64Array) => values.map((_, element) => values[element % keypointNames.length]);
  const pose = { ...poses, xPx: frozen(poses.xPx), yPx: frozen(poses.yPx) };
  for (const { angles, events, keypoints } of toFrameBodies(measureClip({ video: probeOf(pose), pose }, treadmill))) {
    expect(events).toEqual([]);
    expect(angles).toEqual(everyJoint(() => null));
    expect(keypoints).not.toContain(null);
  }
});
