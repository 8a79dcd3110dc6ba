import { beforeAll, expect, it } from 'vitest';
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts';
import { stickRunner } from '../../../test/support/stick-runner.ts';
import { type KeypointName, keypointNames } from '../../pose/keypoint-names.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import type { VideoProbe } from '../../video/video.ts';
import { headTrack } from './head-track.ts';

let video: VideoProbe;
beforeAll(() => {
  const frameTimesS = Float64Array.from({ length: 40 }, (_, i) => i / 30);
  video = { ...sampleAnalysis().video, frameTimesS, durationS: 40 / 30, fps: 30 };
});

const face: readonly KeypointName[] = ['nose', 'left_eye', 'right_eye', 'left_ear', 'right_ear'];
const shoulders: readonly KeypointName[] = ['left_shoulder', 'right_shoulder'];
const [centreX, topY, chinY] = [1920 / 2, 1080 * (0.9 - 0.5), 1080 * (0.9 - 0.5 * 0.87)];

function without(tracks: Tracks, names: readonly KeypointName[], frames: readonly number[]): Tracks {
  for (const name of names) for (const frame of frames) tracks.points[name].xPx[frame] = Number.NaN;
  return tracks;
}

/** Whether top of the head, chin, and both sides of a head of a seventh of the height lie in the disc. */
function expectWhole(tracks: Tracks, frame: number, shiftPx = 0): void {
  const head = headTrack(tracks);
  if (head === null) throw new Error('no head');
  for (const [x, y] of [
    [centreX, topY],
    [centreX, chinY],
    [centreX + 0.07 * 540, (topY + chinY) / 2],
    [centreX - 0.07 * 540, (topY + chinY) / 2],
  ])
    expect(Math.hypot(x + shiftPx - head.xPx[frame], y - head.yPx[frame])).toBeLessThan(head.radiusPx[frame] + 3);
}

it('holds the whole head', () => {
  for (const frame of [0, 20, 39]) expectWhole(stickRunner(video).tracks, frame);
});

it('finds it by shoulders and hips where no point of the face is known', () => {
  expectWhole(without(stickRunner(video).tracks, face, [20]), 20);
});

it('follows it through frames in which nothing is known, and beyond both ends', () => {
  const { tracks } = stickRunner(video);
  // The runner goes to the right, 6 pixels a frame.
  for (const name of keypointNames)
    for (let frame = 0; frame < 40; frame++) tracks.points[name].xPx[frame] += 6 * frame;
  const gone = [0, 1, 2, 15, 16, 17, 18, 19, 20, 37, 38, 39];
  without(tracks, [...face, ...shoulders], gone);
  for (const frame of gone) expectWhole(tracks, frame, 6 * frame);
});

it('knows of no head where none was ever found', () => {
  const all = Array.from({ length: 40 }, (_, i) => i);
  expect(headTrack(without(stickRunner(video).tracks, [...face, ...shoulders], all))).toBeNull();
});
