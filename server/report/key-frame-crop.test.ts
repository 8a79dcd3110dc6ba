import { expect, it } from 'vitest';
import { sampleAnalysis } from '../../test/support/sample-analysis.ts';
import type { Details } from '../details/details.ts';
import { toDetails } from '../details/to-details.ts';
import { boxAt } from './key-frame-crop.ts';

const side = toDetails(sampleAnalysis(), { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' });
const stance: Details['contacts'][number] = {
  side: 'left',
  touchdownS: 1,
  midStanceS: 1.1,
  toeOffS: 1.2,
  accepted: true,
  box: { leftPx: 100, topPx: 50, widthPx: 300, heightPx: 350 },
};
/** 3 m/s past a standing camera in which a metre is 200 pixels: 120 pixels in a stance of 0.2 s. */
const passing: Details = {
  ...side,
  clip: { ...side.clip, slowMotionFactor: 1 },
  request: { ...side.request, heightM: 1.75 },
  seen: { ...side.seen, camera: 'static', facing: 'right', bodyHeightPx: 350 },
  metrics: side.metrics.map((metric) => (metric.id === 'speed' ? { ...metric, value: 3 } : metric)),
};

it('follows a runner who passes a standing camera through the box of a stance', () => {
  const at = (details: Details, timeS: number) => {
    const box = boxAt(details, stance, timeS);
    return [box?.leftPx, box?.widthPx].map((px) => Math.round(px ?? Number.NaN));
  };
  expect([1, 1.1, 1.2].map((timeS) => at(passing, timeS))).toEqual([
    [100, 180],
    [136, 204],
    [172, 228],
  ]);
  const leftwards: Details = { ...passing, seen: { ...passing.seen, facing: 'left' } };
  expect([1, 1.2].map((timeS) => at(leftwards, timeS))).toEqual([
    [220, 180],
    [100, 228],
  ]);
  const slowed: Details = { ...passing, clip: { ...passing.clip, slowMotionFactor: 4 } };
  expect(at(slowed, 1.2)).toEqual([118, 282]);
});

it('leaves the box where nobody knows how far the runner goes in it', () => {
  for (const seen of [
    { ...passing.seen, camera: 'treadmill' as const },
    { ...passing.seen, camera: 'panning' as const },
  ])
    expect(boxAt({ ...passing, seen }, stance, 1)).toBe(stance.box);
  const withheld = { ...passing, metrics: passing.metrics.filter(({ id }) => id !== 'speed') };
  expect(boxAt(withheld, stance, 1)).toBe(stance.box);
  expect(boxAt(passing, { ...stance, box: null }, 1)).toBeNull();
});
