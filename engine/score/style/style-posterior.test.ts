import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../signal/normal-distribution.ts';
import { type StyleEvidence, stylePosterior } from './style-posterior.ts';

const evidence = (spm: number, dutyFactor: number, over: Partial<StyleEvidence> = {}): StyleEvidence => ({
  stepFrequencySpm: { mean: spm, se: 1 },
  dutyFactor: { mean: dutyFactor, se: 0.005 },
  speedMps: { mean: 2.5, se: 0.05 },
  heightM: 1.72,
  ...over,
});

const best = (given: StyleEvidence): string =>
  Object.entries(stylePosterior(given)).reduce((a, b) => (b[1] > a[1] ? b : a))[0];

describe('stylePosterior', () => {
  it('names the corners, the centre and running without flight', () => {
    expect(best(evidence(175, 0.32))).toBe('hop');
    expect(best(evidence(175, 0.43))).toBe('stick');
    expect(best(evidence(149, 0.32))).toBe('bounce');
    expect(best(evidence(149, 0.43))).toBe('push');
    expect(best(evidence(162, 0.375))).toBe('sit');
    expect(best(evidence(175, 0.55))).toBe('sit');
  });

  it('judges at the given speed and height', () => {
    expect(best(evidence(175, 0.33))).toBe('hop');
    expect(best(evidence(172.5, 0.33, { speedMps: { mean: 3.5, se: 0.02 } }))).toBe('sit');
    expect(stylePosterior(evidence(162, 0.32, { heightM: 1.95 })).hop).toBeGreaterThan(0.8);
    expect(stylePosterior(evidence(162, 0.32, { heightM: 1.5 })).bounce).toBeGreaterThan(0.8);
  });

  it('agrees with sampling the same model', () => {
    // Own small generator: the sample must be the same on every run.
    let state = 12345;
    const uniform = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const given = evidence(166, 0.36, { speedMps: { mean: 2.5, se: 0 } });
    const draw = (z: number, errorVar: number): number =>
      z / (1 + errorVar) + Math.sqrt(errorVar / (1 + errorVar)) * normal();
    const counts: Record<string, number> = { hop: 0, stick: 0, bounce: 0, push: 0, sit: 0 };
    const n = 200_000;
    for (let i = 0; i < n; i += 1) {
      const f = draw(4 / 7.8, (1 + 4) / 7.8 ** 2);
      const d = draw(-0.015 / 0.035, (0.005 ** 2 + 0.015 ** 2) / 0.035 ** 2);
      const sit = (Math.abs(f) < 0.5 && Math.abs(d) < 0.5) || d > 0.125 / 0.035;
      counts[sit ? 'sit' : f > 0 ? (d < 0 ? 'hop' : 'stick') : d < 0 ? 'bounce' : 'push'] += 1;
    }
    for (const [id, share] of Object.entries(stylePosterior(given))) {
      expect(share).toBeCloseTo(counts[id] / n, 2);
    }
  });

  it('falls back to how common the styles are when the measurement says nothing', () => {
    const vague = stylePosterior(
      evidence(170, 0.35, { stepFrequencySpm: { mean: 170, se: 1e4 }, dutyFactor: { mean: 0.35, se: 1e3 } }),
    );
    for (const id of ['hop', 'stick', 'bounce', 'push'] as const) {
      expect(vague[id]).toBeCloseTo((1 - (2 * normalCdf(0.5) - 1) ** 2) / 4, 2);
    }
  });

  it('grows surer as the measurement does', () => {
    const share = (se: number): number => stylePosterior(evidence(170, 0.34, { dutyFactor: { mean: 0.34, se } })).hop;
    expect(share(0.002)).toBeGreaterThan(share(0.02));
    expect(share(0.02)).toBeGreaterThan(share(0.1));
  });

  it('moves towards quick steps with the cadence and towards long contacts with the duty factor, without a jump', () => {
    const quick = (spm: number): number => {
      const { hop, stick } = stylePosterior(evidence(spm, 0.36));
      return hop + stick;
    };
    const long = (duty: number): number => {
      const { stick, push, sit } = stylePosterior(evidence(170, duty));
      return stick + push + sit;
    };
    for (let i = 0; i < 160; i++) {
      const [spm, duty] = [130 + 0.4 * i, 0.25 + 0.002 * i];
      const [faster, longer] = [quick(spm + 0.4) - quick(spm), long(duty + 0.002) - long(duty)];
      expect(faster).toBeGreaterThan(-1e-6);
      expect(longer).toBeGreaterThan(-1e-6);
      expect(Math.max(faster, longer)).toBeLessThan(0.08);
    }
  });

  it('sums to 1 for every input, however absurd', () => {
    for (const spm of [1, 80, 160, 300, 1e5]) {
      for (const duty of [0, 0.2, 0.35, 0.5, 1]) {
        for (const speed of [-1, 0, 3, 12]) {
          for (const heightM of [0.5, 1.7, 2.5]) {
            const shares = Object.values(
              stylePosterior(evidence(spm, duty, { speedMps: { mean: speed, se: 0.3 }, heightM })),
            );
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
            expect(shares.every((share) => share >= -1e-12 && share <= 1 + 1e-12)).toBe(true);
          }
        }
      }
    }
  });
});

describe('normalCdf', () => {
  it('matches tabled values', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCdf(-1.96)).toBeCloseTo(0.024997895148220435, 14);
    expect(normalCdf(5)).toBeCloseTo(0.9999997133484281, 14);
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
  });
});
