import { describe, expect, it } from 'vitest';
import { evidenceNearby } from './evidence-nearby.ts';

const seen = (curve: 0 | 1, phase: number, evidence: number) => ({ curve, phase, evidence });

describe('evidenceNearby', () => {
  it('takes a clear picture among such that show nothing at the same phase for chance', () => {
    const pictures = [seen(0, 0.2, 6), seen(0, 0.2, 0), seen(0, 0.2, 0), seen(0, 0.6, 6), seen(0, 0.6, 6)];
    const [clear, , , late] = evidenceNearby(pictures, pictures);
    expect(clear).toBeCloseTo(2, 2);
    expect(late).toBeCloseTo(6, 2);
  });

  it('asks each leg for itself', () => {
    const pictures = [seen(0, 0.3, 5), seen(1, 0.3, 1)];
    expect(evidenceNearby(pictures, pictures)).toEqual([5, 1]);
  });
});
