import { describe, expect, it } from 'vitest';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import type { PoseSequence } from '../../pose/pose-sequence.ts';
import { buildTracks } from '../../tracks/build-tracks.ts';
import type { Tracks } from '../../tracks/tracks.ts';
import { markerBackCalibration } from './back-calibration.ts';
import { type CameraRoll, cameraRoll } from './camera-roll.ts';
import { readBackGait } from './read-back-gait.ts';

const filmed = (rollDeg: number): PoseSequence => {
  const runner = createRunner({ heightM: 1.75, trunkLateralLeanDeg: 6, trunkSideSwingDeg: 5 });
  return syntheticPoses(runner, backCamera({ rollDeg }), { fps: 60, durationS: 4, noisePx: 1 }).poses;
};

/** How it is seen of a runner who leans to his right, filmed by a camera that is turned so far. */
function rollSeen(cameraDeg: number, lineDeg: number | null): CameraRoll {
  const poses = filmed(cameraDeg);
  return readBackGait(poses, { treadmill: true, lineDeg, calibration: markerBackCalibration }).roll;
}

describe('the camera’s roll', () => {
  it('is that of level lines, which a runner who leans does not change', () => {
    const { rollDeg, levelUncertaintyDeg, by } = rollSeen(0, 0.2);
    expect({ roll: rollDeg.value, by }).toEqual({ roll: 0.2, by: 'lines' });
    expect(levelUncertaintyDeg).toBeLessThan(rollSeen(0, null).levelUncertaintyDeg);
  });

  it('is the runner’s own, of which a lean takes part, where there are none', () => {
    const { rollDeg, by } = rollSeen(0, null);
    expect(by).toBe('body');
    expect(Math.abs(rollDeg.value ?? 0)).toBeGreaterThan(0.3);
  });

  it('is seen by three fifths where there are none, and wholly by lines: the world turns against the camera', () => {
    const [left, level, right] = [-3, 0, 3].map((deg) => rollSeen(deg, null).rollDeg.value ?? Number.NaN);
    expect(right - level).toBeCloseTo(-1.8, 1);
    expect(left - level).toBeCloseTo(1.8, 1);
    expect(rollSeen(3, -3)).toMatchObject({ rollDeg: { value: -3 }, by: 'lines' });
    expect(rollSeen(-3, 3)).toMatchObject({ rollDeg: { value: 3 }, by: 'lines' });
  });

  it('is the mean of whole strides, from where the runner comes into the picture', () => {
    const whole = buildTracks(filmed(0));
    for (const frames of [13, 29]) {
      const roll = cameraRoll(afterNobody(whole, frames));
      expect(roll.rollDeg.value).not.toBeNull();
      expect(roll).toEqual(cameraRoll(without(whole, frames)));
    }
  });

  it('is the runner’s own where lines are turned further than any lean explains', () => {
    expect(rollSeen(0, 5.5)).toEqual(rollSeen(0, null));
  });
});

/** Tracks in whose first frames nobody is seen. */
function afterNobody(tracks: Tracks, frames: number): Tracks {
  return withPoints(tracks, (values) => values.map((value, i) => (i < frames ? Number.NaN : value)));
}

/** Tracks that begin so many frames later. */
function without(tracks: Tracks, frames: number): Tracks {
  const later = withPoints(tracks, (values) => values.slice(frames));
  return { ...later, timesS: tracks.timesS.slice(frames), frameCount: tracks.frameCount - frames };
}

function withPoints(tracks: Tracks, of: (values: Float64Array) => Float64Array): Tracks {
  const points = Object.fromEntries(
    Object.entries(tracks.points).map(([name, track]) => [name, { ...track, xPx: of(track.xPx), yPx: of(track.yPx) }]),
  );
  return { ...tracks, points: points as unknown as Tracks['points'] };
}
