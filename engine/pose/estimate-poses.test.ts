import { readFile } from 'node:fs/promises';
import { describe, expect, type TestContext, test } from 'vitest';
import { type NetworkId, networkIds } from '../../models/registry.ts';
import { estimatePosesOfPictures } from '../../test/support/estimate-poses-of-pictures.ts';
import { requireShared } from '../../test/support/shared.ts';
import { probeVideo } from '../video/probe.ts';
import type { DecodedFrame, VideoProbe } from '../video/video.ts';
import { estimatePoses } from './estimate-poses.ts';
import { type KeypointName, keypointIndex, keypointNames, type Side } from './keypoint-names.ts';
import type { PoseSequence } from './pose-sequence.ts';

type Part = 'shoulder' | 'hip' | 'knee' | 'ankle' | 'heel' | 'toe';
type Point = readonly [x: number, y: number];
/** The place of a part in a frame according to something else than the network under test. */
type Truth = (frame: number, side: Side, part: Part) => Point;

const posesOf = async (video: VideoProbe, network: NetworkId): Promise<PoseSequence> =>
  (await estimatePoses(video.path, { network })).pose;

function pointOf(pose: PoseSequence, frame: number, side: Side, part: Part): Point {
  const element = frame * keypointNames.length + keypointIndex[`${side}_${part}` as KeypointName];
  return [pose.xPx[element], pose.yPx[element]];
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
const sides = ['left', 'right'] as const;
const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Median distance of a part from the truth, each frame with the sides that fit better, and the share of frames exchanged. */
function errors(pose: PoseSequence, truth: Truth, parts: readonly Part[]) {
  const distances = Object.fromEntries(parts.map((part) => [part, [] as number[]]));
  let exchanged = 0;
  for (let frame = 0; frame < pose.frameCount; frame++) {
    const sum = (of: (side: Side) => Side) =>
      sides.reduce(
        (total, side) => total + distance(pointOf(pose, frame, of(side), 'ankle'), truth(frame, side, 'ankle')),
        0,
      );
    const swapped = sum(other) < sum((side) => side);
    if (swapped) exchanged++;
    for (const part of parts) {
      for (const side of sides) {
        const seen = pointOf(pose, frame, swapped ? other(side) : side, part);
        distances[part].push(distance(seen, truth(frame, side, part)));
      }
    }
  }
  const medianPx = (part: Part) => median(distances[part]);
  return { medianPx, exchangedShare: exchanged / pose.frameCount };
}

/** Whether shoulders, hips, knees lie one below the other and the torso has about its usual length. */
function plausibleShare(pose: PoseSequence): number {
  const middle = (frame: number, part: Part): Point => {
    const [left, right] = sides.map((side) => pointOf(pose, frame, side, part));
    return [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  };
  const frames = Array.from({ length: pose.frameCount }, (_, frame) => frame).filter((frame) => pose.found[frame]);
  const torso = (frame: number) => distance(middle(frame, 'shoulder'), middle(frame, 'hip'));
  const usual = median(frames.map(torso));
  const plausible = frames.filter((frame) => {
    const [shoulder, hip, knee] = (['shoulder', 'hip', 'knee'] as const).map((part) => middle(frame, part)[1]);
    return shoulder < hip && hip < knee && Math.abs(torso(frame) / usual - 1) < 0.2;
  });
  return plausible.length / pose.frameCount;
}

async function treadmill(context: TestContext) {
  const video = await probeVideo(requireShared(context, 'data/clips/treadmill_side_male_720x1280_30fps_9.9s.mp4'));
  const file = await readFile(requireShared(context, 'data/clips/treadmill_side_male.rtmpose_halpe26.json'), 'utf8');
  const rtmPose = JSON.parse(file);
  const truth: Truth = (frame, side, part) => {
    const name = `${side[0]}_${part === 'toe' ? 'big_toe' : part}`;
    return rtmPose.frames[frame][rtmPose.keypoint_names.indexOf(name)];
  };
  return { video, truth, staturePx: 600 };
}

async function rendered(context: TestContext) {
  const name = 'data/rendered/syn_side_treadmill_3mps_60fps';
  const video = await probeVideo(requireShared(context, `${name}.mp4`));
  const { frames } = JSON.parse(await readFile(requireShared(context, `${name}.truth.json`), 'utf8'));
  const rig = { shoulder: 'Arm', hip: 'UpLeg', knee: 'Leg', ankle: 'Foot', heel: '_heel', toe: '_toe' };
  const truth: Truth = (frame, side, part) =>
    frames[frame].joints[`${side === 'left' ? 'Left' : 'Right'}${rig[part]}`].uv;
  return { video, truth, staturePx: 412 };
}

describe('on a treadmill clip, BlazePose full', () => {
  test('finds a plausible runner in every frame, close to what RTMPose sees', async (context) => {
    const { video, truth, staturePx } = await treadmill(context);
    const pose = await posesOf(video, 'blazepose-full');
    expect(pose.frameCount).toBe(video.frameTimesS.length);
    expect(pose.timesS).toEqual(video.frameTimesS);
    expect(pose.found.reduce((sum, found) => sum + found, 0)).toBe(pose.frameCount);
    expect(plausibleShare(pose)).toBeGreaterThan(0.95);
    const { medianPx, exchangedShare } = errors(pose, truth, ['hip', 'knee', 'ankle', 'heel', 'toe']);
    // The two networks mean different points by "hip".
    expect(medianPx('hip') / staturePx).toBeLessThan(0.06);
    expect(medianPx('knee') / staturePx).toBeLessThan(0.025);
    expect(medianPx('ankle') / staturePx).toBeLessThan(0.02);
    expect(medianPx('heel') / staturePx).toBeLessThan(0.03);
    expect(medianPx('toe') / staturePx).toBeLessThan(0.035);
    expect(exchangedShare).toBeLessThan(0.1);
  });
});

describe.each(networkIds)('on a rendered runner, %s', (network) => {
  test('sees every joint where it is', async (context) => {
    const { video, truth, staturePx } = await rendered(context);
    const pose = await posesOf(video, network);
    expect(pose.frameCount).toBe(video.frameTimesS.length);
    expect(pose.widthPx).toBe(960);
    expect(pose.found.every((found) => found === 1)).toBe(true);
    const { medianPx, exchangedShare } = errors(pose, truth, ['hip', 'knee', 'ankle']);
    expect(medianPx('hip') / staturePx).toBeLessThan(0.025);
    expect(medianPx('knee') / staturePx).toBeLessThan(0.03);
    expect(medianPx('ankle') / staturePx).toBeLessThan(0.025);
    expect(exchangedShare).toBeLessThan(0.1);
    for (const score of pose.score) expect(score >= 0 && score <= 1).toBe(true);
  });

  test('gives heels and toes if it is a BlazePose, and says so if not', async (context) => {
    const { video, truth, staturePx } = await rendered(context);
    const pose = await posesOf(video, network);
    const { medianPx } = errors(pose, truth, ['heel', 'toe']);
    if (network.startsWith('blazepose')) {
      expect(medianPx('heel') / staturePx).toBeLessThan(0.04);
      expect(medianPx('toe') / staturePx).toBeLessThan(0.04);
    } else {
      expect(medianPx('heel')).toBeNaN();
      expect(pose.score[keypointIndex.left_toe]).toBe(0);
    }
  });
});

test('the same video gives the same bytes', async (context) => {
  const { video } = await rendered(context);
  const [once, again] = [await posesOf(video, 'blazepose-lite'), await posesOf(video, 'blazepose-lite')];
  for (const key of ['xPx', 'yPx', 'score', 'found', 'timesS'] as const) {
    expect(Buffer.from(again[key].buffer).equals(Buffer.from(once[key].buffer)), key).toBe(true);
  }
});

describe('without a person', () => {
  async function* greyFrames(count: number): AsyncGenerator<DecodedFrame> {
    const rgb = new Uint8Array(64 * 48 * 3).fill(127);
    for (let index = 0; index < count; index++) yield { index, timeS: index / 30, widthPx: 64, heightPx: 48, rgb };
  }
  const source = { widthPx: 640, heightPx: 480, frameTimesS: new Float64Array(6) };

  test('every frame is looked at, then the clip is refused', async () => {
    const done: number[] = [];
    const refused = estimatePosesOfPictures(greyFrames(6), source, {
      network: 'blazepose-lite',
      onFrame: (n) => done.push(n),
    });
    await expect(refused).rejects.toMatchObject({ code: 'no_person' });
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('the loop stops at the frame at which it is told to', async () => {
    const abort = new AbortController();
    const done: number[] = [];
    const stopped = estimatePosesOfPictures(greyFrames(6), source, {
      network: 'blazepose-lite',
      signal: abort.signal,
      onFrame(n) {
        done.push(n);
        if (n === 2) abort.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    expect(done).toEqual([1, 2]);
  });
});
