import { describe, expect, it } from 'vitest';
import { measured, withheld } from '../metrics/measured.ts';
import { normalCdf } from '../signal/normal-distribution.ts';
import { scoreAngle } from './angle-score.ts';
import { rangesAtSpeed } from './ranges-at-speed.ts';
import { scoreSpread, totalScoreInterval } from './score-spread.ts';

const trunk = rangesAtSpeed('trunk', 2.5);

describe('the spread of a score', () => {
  it('gives each band the share of the error’s distribution that lies in it', () => {
    // Good is 2 to 8, okay 0 to 12.
    const sd = 3 / 1.6449;
    const { bands } = scoreSpread(measured(8, 3, 10), trunk)!;
    expect(bands.good).toBeCloseTo(normalCdf(0) - normalCdf(-6 / sd), 1);
    expect(bands.bad).toBeCloseTo(1 - normalCdf(4 / sd) + normalCdf(-8 / sd), 2);
    expect(bands.good + bands.okay + bands.bad).toBeCloseTo(1, 12);
  });

  it('is none without an error, and without a number', () => {
    const exact = scoreSpread(measured(9, 0, 10), trunk)!;
    expect(exact.bands).toEqual({ good: 0, okay: 1, bad: 0 });
    expect(exact.variance).toBeCloseTo(0, 12);
    expect(exact.mean).toBeCloseTo(scoreAngle(9, trunk).score, 12);
    expect(scoreSpread(withheld('too_few_steps'), trunk)).toBeNull();
  });

  it('makes an interval of the total that holds it and grows with the errors', () => {
    const total = scoreAngle(9, trunk).score;
    const width = (halfWidth: number): number => {
      const [low, high] = totalScoreInterval(total, [scoreSpread(measured(9, halfWidth, 10), trunk), null])!;
      expect(low).toBeLessThanOrEqual(total);
      expect(high).toBeGreaterThanOrEqual(total);
      return high - low;
    };
    expect(width(0)).toBeCloseTo(0, 6);
    expect(width(2)).toBeGreaterThan(width(1));
    expect(totalScoreInterval(null, [null])).toBeNull();
  });
});
