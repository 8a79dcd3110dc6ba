import { expect, it } from 'vitest';
import { normalAt } from '../../fixtures/seeded-random.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { meanAndSpread } from '../signal/mean-and-spread.ts';
import type { Place } from './leg-path.ts';
import type { StanceWindow } from './stances.ts';
import { steadiedTouchdownsS } from './usual-stance.ts';

const strideS = 0.7;
const stanceS = 0.25;
const strides = 5;
const thresholdPxS = 120;
const denseHz = 250;
const frameHz = 60;

/** Forward in still ground: stands while the stride is young, then swings a stride's way ahead. */
function forwardPx(timeS: number): number {
  const stride = Math.floor(timeS / strideS);
  const swing = Math.max(0, (timeS - stride * strideS - stanceS) / (strideS - stanceS));
  return 225 * (stride + swing);
}

const dense = Float64Array.from({ length: strides * strideS * denseHz }, (_, i) => i / denseHz);
const frames = Float64Array.from({ length: strides * strideS * frameHz + 1 }, (_, i) => i / frameHz);

function place(noisePx: number, draw: number): Place {
  const noise = (axis: number, frame: number): number => noisePx * normalAt(draw, axis, frame);
  return {
    forwardPx: new CubicSpline(
      frames,
      frames.map((timeS, i) => forwardPx(timeS) + noise(1, i)),
    ),
    upPx: new CubicSpline(
      frames,
      frames.map((_, i) => noise(2, i)),
    ),
  };
}

const windows = Array.from({ length: strides - 1 }, (_, k): StanceWindow => {
  const at = (sinceS: number): number => Math.round(((k + 1) * strideS + sinceS) * denseHz);
  return { foremost: at(-0.02), rearmost: at(stanceS), midFrom: at(0.08), midTo: at(0.15) };
});

/** Mean touchdown after the strides' beginnings, with the same noise in heel and toe. */
function touchdownS(noisePx: number, draw: number): number {
  const toe = place(noisePx, draw);
  const begun = windows.map((_, k) => (k + 1) * strideS);
  const found = steadiedTouchdownsS(
    { timesS: dense, toe },
    toe,
    windows,
    begun,
    windows.map(() => ({ vx: 0, vy: 0 })),
    { strideS, thresholdPxS },
  );
  return meanAndSpread(found.map((timeS, k) => timeS - (begun[k] as number))).mean;
}

it('is made later by strong noise by no more than the noise along the way does, though a resting foot is never made slower', () => {
  const exactS = touchdownS(0, 0);
  const { mean } = meanAndSpread(Array.from({ length: 200 }, (_, draw) => touchdownS(1.4, draw + 1)));
  // With the noise across the way it would be 12.6 ms.
  expect(mean - exactS).toBeLessThan(0.009);
  expect(mean - exactS).toBeGreaterThan(-0.001);
});
