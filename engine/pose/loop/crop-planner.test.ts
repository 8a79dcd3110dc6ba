import { describe, expect, test } from 'vitest';
import type { Crop } from '../crop.ts';
import { CropPlanner, reachS } from './crop-planner.ts';

const at = (centreXPx: number, sidePx = 200, rotationRad = 0): Crop => ({
  centreXPx,
  centreYPx: 100,
  sidePx,
  rotationRad,
});

/** A planner whose anchors, a tenth of a second apart, follow `crops`. */
function planned(crops: readonly (Crop | null)[]): CropPlanner {
  const planner = new CropPlanner();
  crops.forEach((crop, i) => {
    planner.add(i / 10, crop, i === 0);
  });
  return planner;
}

describe('between anchors', () => {
  test('a runner who crosses the picture evenly is in the middle of every crop', () => {
    const planner = planned(Array.from({ length: 11 }, (_, i) => at(100 + 40 * i)));
    for (let timeS = 0.25; timeS < 0.75; timeS += 1 / 60) {
      expect(planner.cropAt(timeS)?.centreXPx).toBeCloseTo(100 + 400 * timeS, 6);
    }
  });

  test('one that jumps about is smoothed to a fraction of its jumps', () => {
    const planner = planned(
      Array.from({ length: 21 }, (_, i) => at(100, i % 2 === 0 ? 190 : 210, i % 2 === 0 ? 0.1 : -0.1)),
    );
    for (let timeS = 0.5; timeS < 1.5; timeS += 1 / 30) {
      const crop = planner.cropAt(timeS);
      expect(Math.abs((crop?.sidePx ?? 0) - 200)).toBeLessThan(3);
      expect(Math.abs(crop?.rotationRad ?? 1)).toBeLessThan(0.03);
    }
  });

  test('later anchors change nothing', () => {
    const crops = Array.from({ length: 12 }, (_, i) => at(100 + 5 * i * i));
    const now = planned(crops.slice(0, 8)).cropAt(0.7 - reachS);
    expect(planned(crops).cropAt(0.7 - reachS)).toEqual(now);
  });

  test('turns are averaged the short way round', () => {
    const crop = planned([at(100, 200, Math.PI - 0.1), at(100, 200, -Math.PI + 0.1)]).cropAt(0.05);
    expect(Math.abs(Math.cos(crop?.rotationRad ?? 0))).toBeCloseTo(1, 6);
  });
});

describe('where the runner is lost', () => {
  test('frames near the last anchor go on as before, frames beyond have no crop', () => {
    const planner = planned([at(100), at(120), at(140), null, null, null, null]);
    expect(planner.cropAt(0.3)?.centreXPx).toBeCloseTo(160, 6);
    expect(planner.cropAt(0.45)).toBeNull();
  });

  test('another person found there is not mixed with the first', () => {
    const planner = new CropPlanner();
    planner.add(0, at(100), true);
    planner.add(0.1, at(100));
    planner.add(0.2, at(700), true);
    planner.add(0.3, at(700));
    expect(planner.cropAt(0.12)?.centreXPx).toBeCloseTo(100, 6);
    expect(planner.cropAt(0.18)?.centreXPx).toBeCloseTo(700, 6);
  });
});

test('the next anchor is foretold where a steady runner goes', () => {
  expect(planned([at(100), at(140), at(180)]).predict(0.3)?.centreXPx).toBeCloseTo(220, 6);
  expect(planned([at(100)]).predict(0.1)?.centreXPx).toBe(100);
  expect(planned([null]).predict(0.1)).toBeNull();
});
