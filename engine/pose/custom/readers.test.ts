import { describe, expect, test } from 'vitest';
import { emptyKeypoints } from '../keypoint-network.ts';
import type { InferenceSession } from '../runtime/inference-session.ts';
import { gaussianOffset, highest } from './peak.ts';
import { regressionReader } from './regression-reader.ts';
import { simccReader } from './simcc-reader.ts';

/** A session that has run and given these outputs. */
const given = (outputs: Readonly<Record<string, Float32Array>>): InferenceSession => ({
  input: new Float32Array(),
  run: () => Promise.resolve(),
  output: (name) => outputs[name] ?? new Float32Array(),
  close: () => Promise.resolve(),
});

describe('peaks', () => {
  test('the top of a Gaussian is found between its samples', () => {
    const at = (place: number) => Math.exp(-((place - 0.3) ** 2) / (2 * 1.7 ** 2));
    expect(gaussianOffset(at(-1), at(0), at(1))).toBeCloseTo(0.3, 9);
    expect(gaussianOffset(1, 1, 1)).toBe(0);
    expect(gaussianOffset(0, 0, 0)).toBe(0);
    expect(Math.abs(gaussianOffset(0, 1, 0.99))).toBeLessThanOrEqual(0.5);
  });

  test('the highest passes over what is no number', () => {
    expect(highest(Float32Array.of(Number.NaN, 1, 3, Number.NaN), 0, 4, 1)).toBe(2);
    expect(highest(Float32Array.of(9, 1, 9, 2, 9, 1), 1, 3, 2)).toBe(1);
    expect(highest(Float32Array.of(Number.NaN), 0, 1, 1)).toBe(-1);
    expect(highest(Float32Array.of(0, Number.POSITIVE_INFINITY), 0, 2, 1)).toBe(-1);
  });
});

test('a SimCC point lies on its highest bins and scores the least of both, or their mean', () => {
  // Two points of which ours is the second; four pixels of two bins along x, two along y.
  const session = given({
    x: Float32Array.from([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.1, 0, 0, 0]),
    y: Float32Array.from([9, 0, 0, 0, 0, 0, 0.9, 0]),
  });
  const context = { widthPx: 4, heightPx: 2, pointCount: 2, rows: Int32Array.of(1) };
  for (const [score, expected] of [
    ['least', 0.5],
    ['mean', 0.7],
  ] as const) {
    const points = emptyKeypoints();
    simccReader({ x: 'x', y: 'y', splitRatio: 2, score }, context, 16, 8)(session, points);
    expect([points.xPx[0], points.yPx[0]]).toEqual([1.5 + 0.5, 1 + 0.5]);
    expect(points.score[0]).toBeCloseTo(expected, 6);
  }
});

test('a regression without a score gives every point 1', () => {
  const session = given({ points: Float32Array.of(0, 0, 0.25, 0.75) });
  const context = { widthPx: 100, heightPx: 200, pointCount: 2, rows: Int32Array.of(1) };
  const points = emptyKeypoints();
  regressionReader(
    { name: 'points', columns: ['y', 'x'], units: 'share', scores: 'logits' },
    context,
    4,
  )(session, points);
  expect([points.xPx[0], points.yPx[0], points.score[0]]).toEqual([75, 50, 1]);
});
