import { describe, expect, it } from 'vitest';
import { backCamera } from '../../../fixtures/keypoints/back-camera.ts';
import { syntheticPoses } from '../../../fixtures/keypoints/synthetic-poses.ts';
import { createRunner } from '../../../fixtures/runner/synthetic-runner.ts';
import { markerBackCalibration } from './back-calibration.ts';
import type { CameraRoll } from './camera-roll.ts';
import { readBackGait } from './read-back-gait.ts';

/** A runner who leans to his right, filmed by a camera that is turned so far. */
function rollSeen(cameraDeg: number, lineDeg: number | null): CameraRoll {
  const runner = createRunner({ heightM: 1.75, trunkLateralLeanDeg: 6 });
  const { poses } = syntheticPoses(runner, backCamera({ rollDeg: cameraDeg }), { fps: 60, durationS: 4, noisePx: 1 });
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

  it('is the runner’s own where lines are turned further than any lean explains', () => {
    expect(rollSeen(0, 5.5)).toEqual(rollSeen(0, null));
  });
});
