import { describe, expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import type { BackStep } from '../gait/back/back-gait.ts';
import type { RearfootObservation } from '../rearfoot/rearfoot-observation.ts';
import { pronationOf } from './pronation.ts';
import { rearfootAngleOf } from './rearfoot-angle.ts';

const steps: BackStep[] = Array.from({ length: 10 }, (_, i) => ({
  side: i % 2 === 0 ? 'left' : 'right',
  touchdownS: 0.36 * i,
  midStanceS: 0.36 * i + 0.13,
  toeOffS: 0.36 * i + 0.26,
  accepted: true,
}));

/** A foot that rolls in from -4 to `peak` degrees within a quarter of the stance and back. */
const courseDeg = (phase: number, peak: number): number =>
  phase < 0.27 ? -4 + (peak + 4) * Math.sin((Math.PI / 2) * (phase / 0.27)) : peak - 6 * (phase - 0.27) ** 2 * 4;

/** Lines as pictures taken `fps` times a second show them. */
function seen(fps: number, peak: { left: number; right: number }, noiseDeg: number): RearfootObservation[] {
  return Array.from({ length: Math.floor(3.6 * fps) }, (_, frame) => frame).flatMap((frame) => {
    const timeS = frame / fps;
    const step = steps.find(({ touchdownS, toeOffS }) => timeS >= touchdownS && timeS <= toeOffS);
    if (step === undefined) return [];
    const { side, touchdownS, toeOffS } = step;
    const rearfoot = courseDeg((timeS - touchdownS) / (toeOffS - touchdownS), peak[side]);
    const shankAxisDeg = 2 + noiseDeg * 0.2 * normalAt(7, frame, 1);
    return [
      {
        frame,
        timeS,
        side,
        shankAxisDeg,
        heelAxisDeg: 2 + (side === 'left' ? rearfoot : -rearfoot) + noiseDeg * normalAt(7, frame, 2),
        shankHalfWidthDeg: 0.5,
        heelHalfWidthDeg: 1.7 * noiseDeg,
        shankLine: null,
        heelLine: null,
        sharpness: 0.8,
      },
    ];
  });
}

describe('rearfootAngleOf', () => {
  it.each([30, 60])('finds each leg’s peak, its time and the angle in mid-stance at %d fps', (fps) => {
    const { left, right } = rearfootAngleOf(seen(fps, { left: 8, right: 2 }, 1), steps);
    expect(left.peak.value).toBeCloseTo(8, -0.3);
    expect(right.peak.value).toBeCloseTo(2, -0.3);
    expect(Math.abs((left.atMidStance.value ?? 99) - courseDeg(0.5, 8))).toBeLessThan(1);
    expect(Math.abs((left.peakTimePercent.value ?? 99) - 27)).toBeLessThan(12);
    expect(left.peak.n).toBe(5);
  });

  it('is sure of no more than a shoe shows', () => {
    const { left } = rearfootAngleOf(seen(60, { left: 8, right: 2 }, 0.1), steps);
    expect(left.peak.halfWidth).toBeGreaterThan(2.2);
    expect(left.peak.halfWidth).toBeLessThan(5);
  });

  it('leaves wild frames out', () => {
    const wild = seen(60, { left: 8, right: 2 }, 1).map((observation, i) =>
      i % 6 === 0 ? { ...observation, heelAxisDeg: 25 } : observation,
    );
    expect(Math.abs((rearfootAngleOf(wild, steps).left.mean.value ?? 99) - 6.1)).toBeLessThan(1.5);
  });

  it('withholds what too few frames show, with the pictures’ reason', () => {
    const hidden = seen(30, { left: 8, right: 2 }, 1).map((observation) => ({ ...observation, heelAxisDeg: null }));
    const small = hidden.map((observation) => ({ ...observation, reason: 'too_small' as const }));
    expect(rearfootAngleOf(hidden, steps).left.peak.reason).toBe('picture_unclear');
    expect(rearfootAngleOf(small, steps).left.peak.reason).toBe('runner_too_small');
    expect(rearfootAngleOf([], steps).right.mean.reason).toBe('keypoints_missing');
    expect(rearfootAngleOf([], steps.slice(0, 2)).right.mean.reason).toBe('too_few_steps');
  });
});

describe('pronationOf', () => {
  it('says how likely each class is', () => {
    const { class: named, probabilities } = pronationOf({ value: 7, halfWidth: 3.6, n: 5 });
    expect(named).toBe('neutral');
    const { supination = 0, neutral = 0, overpronation = 0 } = probabilities ?? {};
    expect(supination + neutral + overpronation).toBeCloseTo(1, 12);
    expect(pronationOf({ value: 14, halfWidth: 3.6, n: 5 }).class).toBe('overpronation');
    expect(pronationOf({ value: 0, halfWidth: 3.6, n: 5 }).class).toBe('supination');
  });

  it('names none when none is more likely than not, or nothing is known', () => {
    expect(pronationOf({ value: 7, halfWidth: 40, n: 5 }).class).toBeNull();
    expect(pronationOf({ value: null, halfWidth: null, n: 0, reason: 'picture_unclear' })).toEqual({
      class: null,
      probabilities: null,
    });
  });
});
