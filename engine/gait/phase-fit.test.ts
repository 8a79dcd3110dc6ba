import { expect, it } from 'vitest';
import type { Track, Tracks } from '../tracks/tracks.ts';
import { fitStride } from './phase-fit.ts';

const strideS = 0.78;
const timesS = Float64Array.from({ length: 200 }, (_, i) => i / 50);
const turn = (timeS: number): number => (2 * Math.PI * timeS) / strideS;
const track = (x: (timeS: number) => number, y: (timeS: number) => number): Track => ({
  xPx: timesS.map(x),
  yPx: timesS.map(y),
  seen: new Uint8Array(timesS.length).fill(1),
});

/** Feet on one line, lifted in turn, under hips that sway from one to the other. */
function fromBehind(swayPx: number): Tracks {
  const hip = track(
    (timeS) => 300 + swayPx * Math.sin(turn(timeS)),
    () => 400,
  );
  const ankle = (phase: number): Track =>
    track(
      () => 300,
      (timeS) => 700 - 20 * Math.sin(turn(timeS) + phase) + 4 * Math.cos(2 * turn(timeS)),
    );
  const points = { left_hip: hip, right_hip: hip, left_ankle: ankle(0), right_ankle: ankle(Math.PI) };
  return { frameCount: timesS.length, timesS, points, view: 'back', steadyPeriodS: null } as unknown as Tracks;
}

it('finds the stride of somebody seen from behind whose hips sway further than the feet are lifted', () => {
  expect(fitStride(fromBehind(8))?.strideS).toBeCloseTo(strideS, 4);
  expect(fitStride(fromBehind(30))?.strideS).toBeCloseTo(strideS, 4);
});
