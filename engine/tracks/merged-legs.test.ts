import { describe, expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import { keypointIndex, keypointNames, type Side } from '../pose/keypoint-names.ts';
import { buildTracks } from './build-tracks.ts';
import { legLengthPx } from './limb-length.ts';
import { MergedLegs } from './merged-legs.ts';
import { type PairedPart, paired, splitByKeypoint } from './raw-points.ts';

const merging: readonly PairedPart[] = ['knee', 'ankle', 'heel', 'toe'];
const filmed = (speedMps: number, fps: number, durationS: number, run = {}) =>
  syntheticPoses(createRunner({ speedMps, ...run }), sideCamera({ side: 'right' }), { fps, durationS, noisePx: 2 });

const place = (frame: number, side: Side, part: PairedPart): number =>
  frame * keypointNames.length + keypointIndex[paired(side, part)];

/** A clip in which the far, left leg is drawn on the near one whenever it swings past; the frames in which it is. */
function filmedMerged(speedMps: number, fps: number, durationS: number) {
  const { poses, exact } = filmed(speedMps, fps, durationS);
  const leg = legLengthPx(splitByKeypoint(poses));
  const frames = Array.from({ length: poses.frameCount }, (_, frame) => frame).filter((frame) => {
    const near = place(frame, 'right', 'ankle');
    const far = place(frame, 'left', 'ankle');
    const ahead = Math.abs(exact.xPx[far] - exact.xPx[near]);
    return ahead < 0.4 * leg && exact.yPx[near] - exact.yPx[far] > 0.1 * leg;
  });
  const xPx = poses.xPx.slice();
  const yPx = poses.yPx.slice();
  for (const frame of frames) {
    for (const part of merging) {
      xPx[place(frame, 'left', part)] = poses.xPx[place(frame, 'right', part)] + 3;
      yPx[place(frame, 'left', part)] = poses.yPx[place(frame, 'right', part)] - 3;
    }
  }
  return { poses: { ...poses, xPx, yPx }, exact, frames, leg };
}

it.each([
  [2.5, 30, 6],
  [3.5, 30, 6],
  [3, 60, 6],
  [3, 30, 2],
])(
  'a leg drawn on the other in every stride is put back, at %d m/s and %d fps, in %d s',
  (speedMps, fps, durationS) => {
    const { poses, exact, frames, leg } = filmedMerged(speedMps, fps, durationS);
    const { points, timesS } = buildTracks(poses);
    const inside = frames.filter((frame) => timesS[frame] > 0.2 && timesS[frame] < durationS - 0.2);
    expect(inside.length).toBeGreaterThan(2 * durationS);
    for (const part of ['knee', 'ankle'] as const) {
      const track = points[paired('left', part)];
      const squares = inside.map((frame) => {
        const at = place(frame, 'left', part);
        return (track.xPx[frame] - exact.xPx[at]) ** 2 + (track.yPx[frame] - exact.yPx[at]) ** 2;
      });
      const rms = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
      expect(rms / leg, part).toBeLessThan(0.05);
      expect(inside.every((frame) => track.seen[frame] === 0 || part === 'knee')).toBe(true);
    }
  },
);

it.each([
  [2, 30, {}],
  [3, 60, {}],
  [5, 60, {}],
  [3, 30, { contactAsymmetry: 0.1, stepTimeAsymmetry: 0.05 }],
])('legs that pass each other are left alone, at %d m/s and %d fps, %o', (speedMps, fps, run) => {
  const { poses, truth } = filmed(speedMps, fps, 6, run);
  const points = splitByKeypoint(poses);
  const erased = new MergedLegs(poses.timesS, 120 / truth.metrics.cadenceSpm).erase(points, legLengthPx(points));
  expect(erased / (8 * poses.frameCount)).toBeLessThan(0.005);
});

describe('nothing is looked for', () => {
  const { poses, leg } = filmedMerged(3, 30, 6);
  const points = splitByKeypoint(poses);
  const rhythm = { periodS: 0.7, explained: 0.7 };

  it('unless legs that come near each other have a rhythm over a stride and a half', () => {
    expect(MergedLegs.of(points, poses.timesS, leg, rhythm)).not.toBeNull();
  });

  it.each([
    ['without a rhythm', null],
    ['with too little of one', { periodS: 0.7, explained: 0.5 }],
    ['over less', { periodS: 4.2, explained: 0.7 }],
  ])('%s', (_, given) => {
    expect(MergedLegs.of(points, poses.timesS, leg, given)).toBeNull();
  });

  it('of a runner who was seen for less of a longer clip', () => {
    const soon = splitByKeypoint({ ...poses, found: poses.found.map((mark, frame) => (frame < 30 ? mark : 0)) });
    expect(MergedLegs.of(soon, poses.timesS, leg, rhythm)).toBeNull();
  });

  it('where ankles keep apart', () => {
    const apart = splitByKeypoint(filmed(4, 30, 6).poses);
    expect(MergedLegs.of(apart, poses.timesS, leg, rhythm)).toBeNull();
  });
});
