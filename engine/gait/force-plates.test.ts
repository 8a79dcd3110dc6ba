import { describe, expect, it } from 'vitest';
import { measurePlates, trialReader } from '../../bench/accuracy/plates/measure-plates.ts';
import { requireShared } from '../../test/support/shared.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';

const read = trialReader();
const trials = ['rbds001, first 15 s', 'rbds001, last 15 s'];

describe('a runner on force plates, 2.5 m/s, seen as by a phone', () => {
  const cases = [
    { fps: 60, noiseMm: 4, singleSdMs: 12 },
    { fps: 30, noiseMm: 4, singleSdMs: 14 },
    { fps: 30, noiseMm: 8, singleSdMs: 26 },
  ];
  for (const { fps, noiseMm, singleSdMs } of cases) {
    it(`${fps} fps, ${noiseMm} mm of noise`, (context) => {
      requireShared(context, 'data/mocap/rbds001');
      const clips = trials.flatMap((trialId) =>
        [1, 2].map((seed) => measurePlates({ trialId, fps, noiseMm, seed }, read(trialId))),
      );
      const late = clips.flatMap(({ lateMs }) => lateMs);
      expect(late.length).toBeGreaterThan(90);
      const length = meanAndSpread(late.map((of) => of.length));
      expect(Math.abs(meanAndSpread(late.map((of) => of.touchdown)).mean)).toBeLessThan(5);
      expect(Math.abs(meanAndSpread(late.map((of) => of.toeOff)).mean)).toBeLessThan(8);
      expect(Math.abs(length.mean)).toBeLessThan(8);
      expect(length.sd).toBeLessThan(singleSdMs);
      for (const { pairs } of clips) {
        for (const { measured, truth } of pairs.cadence) {
          expect(Math.abs((measured.value ?? Number.NaN) - truth)).toBeLessThan(0.3);
        }
      }
    });
  }
});
