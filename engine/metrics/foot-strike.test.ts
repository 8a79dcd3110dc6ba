import { describe, expect, it } from 'vitest';
import {
  forefootBelowDeg,
  likelyPattern,
  meanProbabilities,
  rearfootAboveDeg,
  strikeProbabilities,
} from './foot-strike.ts';

describe('the probabilities of one landing', () => {
  it('are sure far from the published angles and even upon one of them', () => {
    expect(strikeProbabilities(30, 2.5).rearfoot).toBeCloseTo(1, 9);
    expect(strikeProbabilities(-20, 2.5).forefoot).toBeCloseTo(1, 9);
    expect(strikeProbabilities(rearfootAboveDeg, 2.5).rearfoot).toBeCloseTo(0.5, 12);
    expect(strikeProbabilities(forefootBelowDeg, 2.5).forefoot).toBeCloseTo(0.5, 12);
  });

  it('agree with the tables of the normal distribution', () => {
    const { rearfoot, midfoot, forefoot } = strikeProbabilities(3.3, 4.1);
    expect(midfoot).toBeCloseTo(0.6827, 4);
    expect(rearfoot).toBeCloseTo(0.1587, 4);
    expect(forefoot).toBeCloseTo(0.1587, 4);
  });

  it('make up one, and move from forefoot to rearfoot with the angle', () => {
    let before = strikeProbabilities(-40, 5);
    for (let angle = -39; angle <= 50; angle++) {
      const here = strikeProbabilities(angle, 5);
      expect(here.rearfoot + here.midfoot + here.forefoot).toBeCloseTo(1, 12);
      expect(here.rearfoot).toBeGreaterThanOrEqual(before.rearfoot);
      expect(here.forefoot).toBeLessThanOrEqual(before.forefoot);
      before = here;
    }
  });
});

describe('the pattern', () => {
  it('is that which is more likely than not', () => {
    expect([12, 3, -6].map((angle) => likelyPattern(strikeProbabilities(angle, 2.5)))).toEqual([
      'rearfoot',
      'midfoot',
      'forefoot',
    ]);
  });

  it('is not named where no pattern is, however many landings there are', () => {
    const vague = strikeProbabilities(3, 12);
    expect(likelyPattern(vague)).toBeNull();
    expect(likelyPattern(meanProbabilities([vague, vague, vague]))).toBeNull();
    expect(likelyPattern(null)).toBeNull();
  });

  it('of a clip rests on the sum over its landings, so that sure ones weigh more', () => {
    const sure = { rearfoot: 0, midfoot: 0, forefoot: 1 };
    const vague = { rearfoot: 0.5, midfoot: 0.3, forefoot: 0.2 };
    const mean = meanProbabilities([vague, sure, null, vague]);
    expect(mean?.forefoot).toBeCloseTo(1.4 / 3, 12);
    expect(meanProbabilities([null])).toBeNull();
    expect(likelyPattern(meanProbabilities([vague, sure, sure]))).toBe('forefoot');
  });
});
