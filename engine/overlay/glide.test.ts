import { describe, expect, it } from 'vitest';
import { glideFrames, gliding, glidingOver } from './glide.ts';

const frames = 200;
const course = Float64Array.from({ length: frames }, (_, i) => 3 * i);
const bouncing = course.map((value, i) => value + 20 * Math.sin((2 * Math.PI * i) / 11));
const steps = (values: Float64Array): number[] => Array.from(values.subarray(1), (value, i) => value - values[i]);

describe('gliding', () => {
  it('keeps a steady course as it is, and takes the bounce out of one', () => {
    gliding(course, 15).forEach((value, i) => {
      expect(value).toBeCloseTo(course[i], 9);
    });
    const quiet = steps(gliding(bouncing, 15)).map((step) => Math.abs(step - 3));
    expect(Math.max(...quiet.slice(15, -15))).toBeLessThan(1.5);
    expect(Math.max(...steps(bouncing).map((step) => Math.abs(step - 3)))).toBeGreaterThan(10);
  });

  it('bridges what is missing, and goes on at the ends', () => {
    const broken = course.map((value, i) => (i < 5 || (i > 65 && i < 75) ? Number.NaN : value));
    const line = gliding(broken, 10);
    expect(line[70]).toBeCloseTo(210, 6);
    expect(line[0]).toBeCloseTo(0, 6);
    expect(line.every(Number.isFinite)).toBe(true);
    expect(gliding(new Float64Array(3).fill(Number.NaN), 2).every(Number.isNaN)).toBe(true);
  });
});

it('never lies below what it glides over', () => {
  const over = glidingOver(bouncing, 15);
  bouncing.forEach((value, i) => {
    expect(over[i]).toBeGreaterThanOrEqual(value);
  });
  const holed = bouncing.map((value, i) => (i % 7 === 0 ? Number.NaN : value));
  expect(glidingOver(holed, 15).every(Number.isFinite)).toBe(true);
});

it('reaches half a second to each side at any frame rate', () => {
  expect(glideFrames(Float64Array.from({ length: 61 }, (_, i) => i / 60))).toBe(30);
  expect(glideFrames(Float64Array.from([0]))).toBe(1);
});
