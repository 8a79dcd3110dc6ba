import { expect, it } from 'vitest';
import { markerMotion, withoutGaps } from './marker-motion.ts';

const samples = 300;
const [hz, stepHz] = [150, 2.5];
const degrees = 180 / Math.PI;

/** A point below another, in a direction from straight down, forward positive. */
const hangs = (from: { x: Float64Array; y: Float64Array }, lengthM: number, angle: (i: number) => number) => ({
  x: from.x.map((x, i) => x + lengthM * Math.sin(angle(i))),
  y: from.y.map((y, i) => y - lengthM * Math.cos(angle(i))),
});

it('joint angles are those that the points were made with', () => {
  const phase = (i: number): number => (2 * Math.PI * stepHz * i) / hz;
  const thigh = (i: number): number => 0.2 + 0.4 * Math.cos(phase(i));
  const shank = (i: number): number => thigh(i) - 0.5 - 0.3 * Math.sin(phase(i));
  const hip = { x: new Float64Array(samples), y: new Float64Array(samples).fill(0.9) };
  const knee = hangs(hip, 0.4, thigh);
  const ankle = hangs(knee, 0.4, shank);
  // The sole is level throughout, the line from heel to toe rises by 0.1.
  const toe = { x: ankle.x.map((x) => x + 0.2), y: ankle.y.map((y) => y + 0.2 * Math.tan(0.1)) };
  const leg = { hip, knee, ankle, heel: ankle, toe };
  const pelvis = Array.from({ length: samples }, () => ({ tilt: -0.25, list: 0.05, rotation: 0 }));
  const stances = (['left', 'right'] as const).map((side) => ({ side, onS: 0.5, offS: 0.8 }));
  const { names, rows } = markerMotion({ hz, startS: 0, legs: { left: leg, right: leg }, pelvis, stances });
  const at = (name: string, i: number): number => degrees * rows[i][names.indexOf(name)];
  // Butterworth's own loss at 2.5 Hz is a hundredth.
  for (const i of [100, 130, 160, 190]) {
    expect(at('hip_flexion_r', i)).toBeCloseTo(degrees * (thigh(i) + 0.25), 0);
    expect(at('knee_angle_l', i)).toBeCloseTo(degrees * (shank(i) - thigh(i)), 0);
    expect(at('ankle_angle_r', i)).toBeCloseTo(-degrees * shank(i), 0);
    expect(at('hip_adduction_l', i) - at('hip_adduction_r', i)).toBeCloseTo(2 * degrees * 0.05, 1);
  }
});

it('lost samples lie on the straight line between their neighbours', () => {
  const { NaN: lost } = Number;
  expect([...withoutGaps(Float64Array.of(lost, 1, lost, lost, 4, lost))]).toEqual([1, 1, 2, 3, 4, 4]);
});
