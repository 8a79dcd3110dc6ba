import { expect, it } from 'vitest';
import { sideCamera } from '../../fixtures/keypoints/side-camera.ts';
import { syntheticPoses } from '../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../fixtures/runner/synthetic-runner.ts';
import type { NetworkId } from '../../models/registry.ts';
import { keypointIndex, keypointNames, type Side } from '../pose/keypoint-names.ts';
import { repairLegSwaps } from './leg-swaps.ts';
import { legLengthPx } from './limb-length.ts';
import { type PairedPart, paired, splitByKeypoint } from './raw-points.ts';

const place = (frame: number, side: Side, part: PairedPart): number =>
  frame * keypointNames.length + keypointIndex[paired(side, part)];

/**
 * Legs as networks lose them: ankles and knees drawn in one place where they pass each other, and labels exchanged in two of four frames after that.
 *
 * @param reach How far ankles are apart until labels are right again, leg lengths.
 */
function filmedPassing(speedMps: number, network: NetworkId, reach: number) {
  const film = { fps: 30, durationS: 3.2, noisePx: 4, network };
  const { poses, exact } = syntheticPoses(createRunner({ speedMps }), sideCamera({ side: 'right' }), film);
  const leg = legLengthPx(splitByKeypoint(poses));
  const xPx = poses.xPx.slice();
  const yPx = poses.yPx.slice();
  const exchanged = new Uint8Array(poses.frameCount);
  const passing = new Uint8Array(poses.frameCount);
  let since = 0;
  for (let frame = 0; frame < poses.frameCount; frame++) {
    const apart = Math.abs(exact.xPx[place(frame, 'left', 'ankle')] - exact.xPx[place(frame, 'right', 'ankle')]) / leg;
    passing[frame] = apart < 0.2 ? 1 : 0;
    const inReach = passing[frame] === 0 && apart < reach;
    exchanged[frame] = inReach && since % 4 < 2 ? 1 : 0;
    since = inReach ? since + 1 : passing[frame] === 1 ? since : 0;
    for (const part of ['hip', 'knee', 'ankle', 'heel', 'toe'] as const) {
      const [left, right] = [place(frame, 'left', part), place(frame, 'right', part)];
      const isOne = passing[frame] === 1 && part !== 'hip';
      if (!isOne && exchanged[frame] === 0) continue;
      for (const axis of [xPx, yPx]) {
        const both = [axis[left], axis[right]];
        const middle = (both[0] + both[1]) / 2;
        axis[left] = isOne ? middle : both[1];
        axis[right] = isOne ? middle : both[0];
      }
    }
  }
  return { pose: { ...poses, xPx, yPx }, exchanged, passing, leg };
}

it.each([
  [2.5, 'movenet-thunder', 0.6],
  [3.5, 'movenet-thunder', 0.6],
  [2.5, 'blazepose-full', 0.6],
  [3.5, 'blazepose-full', 0.9],
] as const)('labels lost where legs pass are found again, at %d m/s by %s', (speedMps, network, reach) => {
  const { pose, exchanged, passing, leg } = filmedPassing(speedMps, network, reach);
  expect(exchanged.reduce((sum, mark) => sum + mark, 0)).toBeGreaterThan(10);
  const found = repairLegSwaps(splitByKeypoint(pose), pose.timesS, leg).exchanged;
  const wrong = [...found].filter((mark, frame) => passing[frame] === 0 && mark !== exchanged[frame]);
  expect(wrong.length).toBe(0);
});

it('a runner who is soon gone has no slower a rhythm than was seen of him', () => {
  const { pose, leg } = filmedPassing(3, 'blazepose-full', 0);
  const seen = 34;
  const points = splitByKeypoint({
    ...pose,
    found: pose.found.map((mark, frame) => (frame < seen ? mark : 0)),
  });
  const { rhythm } = repairLegSwaps(points, pose.timesS, leg);
  expect(rhythm?.periodS).toBeLessThan((0.8 * seen) / 30);
  expect(rhythm?.periodS).toBeGreaterThan(0.6);
});
