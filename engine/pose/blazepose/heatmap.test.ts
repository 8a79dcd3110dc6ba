import { expect, test } from 'vitest';
import { climbHeatmap } from './heatmap.ts';

const side = 32;

/** Logits of two points, the second with a bell of the given height around a cell. */
function bell(column: number, row: number, height: number): Float32Array {
  const heatmap = new Float32Array(side * side * 2).fill(-12);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const share = height * Math.exp(-((x - column) ** 2 + (y - row) ** 2) / 4) + 1e-9;
      heatmap[(y * side + x) * 2 + 1] = Math.log(share / (1 - share));
    }
  }
  return heatmap;
}

function climbed(heatmap: Float32Array, column: number, row: number) {
  const peak = { u: column / side, v: row / side, confidence: 0 };
  climbHeatmap(heatmap, side, 2, 1, peak);
  return { column: peak.u * side, row: peak.v * side, confidence: peak.confidence };
}

test('a point climbs to the middle of a peak, between cells too', () => {
  const found = climbed(bell(14.4, 9.7, 0.8), 12.2, 11.9);
  expect(found.column).toBeCloseTo(14.4, 1);
  expect(found.row).toBeCloseTo(9.7, 1);
  expect(found.confidence).toBeGreaterThan(0.7);
});

test('it arrives at a peak at the edge of its first window', () => {
  const found = climbed(bell(17, 9, 0.8), 13, 9);
  expect(found.column).toBeCloseTo(17, 1);
});

test('a low peak says how unsure the point is, and does not move it', () => {
  const found = climbed(bell(14, 9, 0.2), 12, 9);
  expect([found.column, found.row]).toEqual([12, 9]);
  expect(found.confidence).toBeCloseTo(0.2, 3);
});

test('a point outside the heatmap stays, without confidence', () => {
  expect(climbed(bell(30, 9, 0.9), 33, 9)).toEqual({ column: 33, row: 9, confidence: 0 });
});
