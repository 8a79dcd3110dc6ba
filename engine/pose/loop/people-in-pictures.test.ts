import { describe, expect, test } from 'vitest';
import { createFigureRenderer } from '../../../fixtures/figure/render-figure.ts';
import { sideCamera } from '../../../fixtures/keypoints/side-camera.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { estimatePosesOfPictures } from '../../../test/support/estimate-poses-of-pictures.ts';
import { requireShared } from '../../../test/support/shared.ts';
import type { DecodedFrame } from '../../video/video.ts';
import { estimatePoses } from '../estimate-poses.ts';
import { keypointIndex, keypointNames } from '../keypoint-names.ts';
import type { PoseSequence } from '../pose-sequence.ts';

const fps = 10;
const frameCount = 24;
const large = { widthPx: 270, heightPx: 480 };
const small = { widthPx: 180, heightPx: 320 };
const wall = { widthPx: 720, heightPx: 480 };
const timesS = Float64Array.from({ length: frameCount }, (_, i) => i / fps);

/** A painted runner on a treadmill, at the times of the frames. */
function painted(size: typeof large): Uint8Array[] {
  const camera = sideCamera({ side: 'right', ...size, fieldHeightM: 2.4, distanceM: 4.5 });
  const runner = createRunner({ speedMps: 3, heightM: 1.75, ground: 'treadmill' });
  const renderer = createFigureRenderer({ camera, scene: { kind: 'treadmill-room', beltSpeedMps: 3 } });
  return Array.from(timesS, (timeS) => {
    const rgb = new Uint8Array(size.widthPx * size.heightPx * 3);
    renderer.render(runner.poseAt(timeS), rgb, timeS);
    return rgb;
  });
}

interface Pane {
  readonly size: typeof large;
  readonly rgb: Uint8Array;
  readonly leftPx: number;
}

/** Pictures side by side on a grey wall. */
function onWall(panes: readonly Pane[]): Uint8Array {
  const rgb = new Uint8Array(wall.widthPx * wall.heightPx * 3).fill(128);
  for (const { size, rgb: pane, leftPx } of panes) {
    for (let row = 0; row < size.heightPx; row++) {
      const line = pane.subarray(row * size.widthPx * 3, (row + 1) * size.widthPx * 3);
      rgb.set(line, ((row + wall.heightPx - size.heightPx) * wall.widthPx + leftPx) * 3);
    }
  }
  return rgb;
}

const largeRunner = painted(large);
const smallRunner = painted(small);
const largeAt = (frame: number, leftPx: number): Pane => ({ size: large, rgb: largeRunner[frame], leftPx });
const smallAt = (frame: number, leftPx: number): Pane => ({ size: small, rgb: smallRunner[frame], leftPx });

async function* film(panesAt: (frame: number) => readonly Pane[]): AsyncGenerator<DecodedFrame> {
  for (let index = 0; index < frameCount; index++) {
    yield { ...wall, index, timeS: timesS[index], rgb: onWall(panesAt(index)) };
  }
}

const read = (panesAt: (frame: number) => readonly Pane[]): Promise<PoseSequence> =>
  estimatePosesOfPictures(film(panesAt), { ...wall, frameTimesS: timesS }, { network: 'blazepose-lite', threads: 2 });

const hipXPx = ({ xPx }: PoseSequence, frame: number): number =>
  xPx[frame * keypointNames.length + keypointIndex.left_hip];
const hipsWithin = (pose: PoseSequence, leftPx: number, widthPx: number): number =>
  Array.from({ length: frameCount }, (_, frame) => hipXPx(pose, frame)).filter(
    (xPx) => xPx > leftPx && xPx < leftPx + widthPx,
  ).length;

describe('painted runners side by side', () => {
  test('one alone', async () => {
    const pose = await read((frame) => [largeAt(frame, 225)]);
    expect(pose.people).toEqual({ lasting: 1, followed: 1, followedShare: 1, largerNotFollowed: false });
  });

  test.each([
    ['left', 40, 460],
    ['right', 400, 90],
  ])('of two, the larger on the %s is followed, and both are told of', async (_side, largePx, smallPx) => {
    const pose = await read((frame) => [largeAt(frame, largePx), smallAt(frame, smallPx)]);
    expect(hipsWithin(pose, largePx, large.widthPx)).toBe(frameCount);
    expect(pose.people).toEqual({ lasting: 2, followed: 1, followedShare: 1, largerNotFollowed: false });
  });

  test('a larger one who flashes up in the first picture alone is not followed', async () => {
    const pose = await read((frame) => [smallAt(frame, 460), ...(frame === 0 ? [largeAt(frame, 40)] : [])]);
    expect(hipsWithin(pose, 460, small.widthPx)).toBe(frameCount);
    expect(pose.people).toMatchObject({ lasting: 1, followed: 1, largerNotFollowed: false });
  });

  test('a larger one who comes when the smaller is followed is told of', async () => {
    const pose = await read((frame) => [smallAt(frame, 460), ...(frame > 3 ? [largeAt(frame, 40)] : [])]);
    expect(hipsWithin(pose, 460, small.widthPx)).toBe(frameCount);
    expect(pose.people).toMatchObject({ lasting: 2, followed: 1, largerNotFollowed: true });
  });
});

test('a race through which the camera pans: more than one person is told of, twice the same', async (context) => {
  const path = requireShared(context, 'data/not-running/race_multi_runner_pan_1280x720.mp4');
  const options = { network: 'blazepose-full' } as const;
  const [first, second] = [
    await estimatePoses(path, options),
    await estimatePoses(path, { ...options, threads: 1 }),
  ].map(({ pose }) => pose);
  expect(first.people?.followed).toBeGreaterThan(1);
  expect(second).toEqual(first);
});
