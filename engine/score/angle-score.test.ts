import { describe, expect, it } from 'vitest';
import { scoreAngle } from './angle-score.ts';
import { rangesTable } from './ranges.table.ts';
import { rangesAtSpeed } from './ranges-at-speed.ts';
import { segments } from './side-view-score.ts';

const speeds = [0, 2.5, 2.9, 3.5, 4.2, 12];
const cases = segments.flatMap((segment) => speeds.map((speed) => [segment, speed] as const));

describe('scoreAngle', () => {
  it.each(cases)('is continuous, smooth and falls away from the optimum: %s at %d m/s', (segment, speed) => {
    const ranges = rangesAtSpeed(segment, speed);
    const step = 0.01;
    const scores = Array.from({ length: 36_001 }, (_, index) => scoreAngle(-180 + index * step, ranges).score);
    const slopes = scores.slice(1).map((score, index) => (score - scores[index]) / step);
    const peak = scores.indexOf(1);

    expect(Math.max(...slopes.map(Math.abs))).toBeLessThan(0.5);
    expect(Math.max(...slopes.slice(1).map((slope, index) => Math.abs(slope - slopes[index])))).toBeLessThan(0.01);
    expect(slopes.slice(0, peak).every((slope) => slope >= -1e-9)).toBe(true);
    expect(slopes.slice(peak).every((slope) => slope <= 1e-9)).toBe(true);
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  it.each(cases)('is 2/3 at the good border and 1/3 at the okay border: %s at %d m/s', (segment, speed) => {
    const ranges = rangesAtSpeed(segment, speed);
    const [low, high] = ranges.good;
    const borders: [number, number, number | null][] = [
      [low, -1, ranges.okayBelowDeg],
      [high, 1, ranges.okayAboveDeg],
    ];
    for (const [border, sign, width] of borders) {
      if (width === null) {
        expect(scoreAngle(border, ranges)).toEqual({ score: 1, band: 'good', direction: null });
        continue;
      }
      const okayBorder = border + sign * width;
      const direction = sign < 0 ? 'low' : 'high';
      expect(scoreAngle(border, ranges).score).toBeCloseTo(2 / 3, 9);
      expect(scoreAngle(border, ranges).band).toBe('good');
      expect(scoreAngle(border + sign * 0.01, ranges)).toMatchObject({ band: 'okay', direction });
      expect(scoreAngle(okayBorder, ranges).score).toBeCloseTo(1 / 3, 9);
      expect(scoreAngle(okayBorder, ranges).band).toBe('okay');
      expect(scoreAngle(okayBorder + sign * 0.01, ranges)).toMatchObject({ band: 'bad', direction });
    }
  });

  it('puts the published scores in the bands that their texts name', () => {
    const back = rangesAtSpeed('back_cycle', 2.123);
    expect(scoreAngle(93.5, back).score).toBeCloseTo(0.889, 3);
    const foot = rangesAtSpeed('foot', 2.123);
    expect(scoreAngle(3.5355, foot).score).toBeCloseTo(0.8, 3);
    const arm = rangesAtSpeed('arm', 2.123);
    const open = scoreAngle(93.4, arm);
    expect(open.score).toBeCloseTo(0.266, 2);
    expect(open.band).toBe('bad');
  });

  it('stays finite for absurd angles', () => {
    for (const angle of [-1e6, 1e6, 0, -180, 360]) {
      expect(scoreAngle(angle, rangesAtSpeed('trunk', 3)).score).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('rangesAtSpeed', () => {
  it('gives the published ranges', () => {
    expect(rangesAtSpeed('arm', 2.123)).toMatchObject({ good: [78, 88], okay: [74, 92] });
    expect(rangesAtSpeed('arm', 3.5)).toMatchObject({ good: [75, 85], okay: [71, 89] });
    expect(rangesAtSpeed('back_cycle', 2.123)).toMatchObject({ good: [0, 98], okay: [98, 107] });
    expect(rangesAtSpeed('foot', 2.123)).toMatchObject({ good: [-10, 5], okay: [5, 10] });
    expect(rangesAtSpeed('forward_cycle', 2.123)).toMatchObject({ good: [140, 180], okay: [131, 140] });
    expect(rangesAtSpeed('forward_cycle', 3.5)).toMatchObject({ good: [138, 180], okay: [129, 138] });
  });

  it('moves without jumps and keeps its widths', () => {
    expect(rangesAtSpeed('arm', 3)).toMatchObject({ good: [76.5, 86.5], okay: [72.5, 90.5] });
    expect(rangesAtSpeed('trunk', 4)).toMatchObject({ good: [3, 9.5], okay: [1, 13.5] });
    expect(rangesAtSpeed('forward_cycle', 99)).toMatchObject({ good: [136, 180], okay: [127, 136] });
  });

  it.each(segments)('lets no score jump when the speed changes a little: %s', (segment) => {
    for (const angle of [-20, -8, 0, 5, 9, 80, 90, 100, 135, 141, 170]) {
      let before = scoreAngle(angle, rangesAtSpeed(segment, 1)).score;
      for (let speed = 1.01; speed < 7; speed += 0.01) {
        const here = scoreAngle(angle, rangesAtSpeed(segment, speed)).score;
        expect(Math.abs(here - before)).toBeLessThan(0.03);
        before = here;
      }
    }
  });

  it('rests on a table with rising speeds, room for an optimum and a source', () => {
    for (const segment of segments) {
      const row = rangesTable[segment];
      expect(row.source.length).toBeGreaterThan(20);
      for (const [index, { speedMps, good }] of row.knots.entries()) {
        expect(speedMps).toBeGreaterThan(row.knots[index - 1]?.speedMps ?? 0);
        expect(good[1] - good[0]).toBeGreaterThanOrEqual((row.okayBelowDeg ?? 0) + (row.okayAboveDeg ?? 0));
      }
    }
  });
});
