import { describe, expect, it } from 'vitest';
import { type DrawnFoot, drawnStances } from '../../test/support/drawn-foot.ts';
import { median } from '../signal/robust-statistics.ts';
import type { FootPicture } from './foot-picture.ts';
import { observeFeet } from './observe-feet.ts';

const plain: DrawnFoot = { shankDeg: -3, heelDeg: 4, shankPx: 140 };

/** Median errors of both lines, and the share of pictures that show both. */
function read(drawn: DrawnFoot) {
  const observations = observeFeet(drawnStances(drawn, 'left'));
  const of = (values: readonly (number | null)[], truth: number): number =>
    median(values.map((value) => (value === null ? Number.NaN : value - truth)));
  return {
    shank: of(
      observations.map(({ shankAxisDeg }) => shankAxisDeg),
      drawn.shankDeg,
    ),
    heel: of(
      observations.map(({ heelAxisDeg }) => heelAxisDeg),
      drawn.heelDeg,
    ),
    seen: observations.filter(({ reason }) => reason === undefined).length / observations.length,
    observations,
  };
}

describe('lines of a drawn leg and shoe', () => {
  it.each([
    [-10, 0],
    [-4, 6],
    [0, 0],
    [3, -7],
    [6, -12],
  ])('a shank at %d and a heel at %d degrees', (shankDeg, heelDeg) => {
    const { shank, heel, seen } = read({ ...plain, shankDeg, heelDeg });
    expect(Math.abs(shank)).toBeLessThan(0.4);
    expect(Math.abs(heel)).toBeLessThan(1.2);
    expect(seen).toBeGreaterThan(0.8);
  });

  it.each([100, 250])('a shank of %d pixels', (shankPx) => {
    const { shank, heel, seen } = read({ ...plain, shankPx });
    expect(Math.abs(shank)).toBeLessThan(0.8);
    expect(Math.abs(heel)).toBeLessThan(1.5);
    expect(seen).toBeGreaterThan(0.6);
  });

  it.each([
    ['a dark shoe on dark ground', { ground: [60, 60, 62], shoe: [30, 32, 38], skin: [120, 80, 60] }],
    ['a white shoe on light ground', { ground: [190, 188, 180], shoe: [235, 235, 240] }],
    ['a smear of 2 pixels', { blurPx: 2 }],
    ['noise of 12 levels', { noise: 12 }],
    ['points that are 3 % of the shank off', { pointError: 0.03 }],
  ] as const)('%s', (_, change) => {
    const { shank, heel, seen } = read({ ...plain, ...change });
    expect(Math.abs(shank)).toBeLessThan(0.8);
    expect(Math.abs(heel)).toBeLessThan(1.5);
    expect(seen).toBeGreaterThan(0.5);
  });

  it('holds nine of ten errors in its half widths', () => {
    const { observations } = read({ ...plain, noise: 8, pointError: 0.02 });
    const within = observations.filter(
      ({ heelAxisDeg, heelHalfWidthDeg }) =>
        heelAxisDeg !== null && Math.abs(heelAxisDeg - plain.heelDeg) <= (heelHalfWidthDeg ?? 0),
    ).length;
    expect(within / observations.filter(({ heelAxisDeg }) => heelAxisDeg !== null).length).toBeGreaterThan(0.85);
  });

  it('is less sure of a clear picture at a phase at which other stances show nothing', () => {
    const dim = { ...plain, shoe: [120, 115, 108], skin: [121, 116, 109], noise: 6 } as const;
    const hidden = drawnStances(dim, 'left');
    const clear = drawnStances(plain, 'left');
    // Five pictures a stance: the second is clear in the first stance alone.
    const pictures = clear.map((picture, i) => (i === 6 || i === 11 ? (hidden[i] ?? picture) : picture));
    const widthOf = (of: readonly FootPicture[], i: number): number => observeFeet(of)[i]?.heelHalfWidthDeg ?? 0;
    expect(widthOf(pictures, 1)).toBeGreaterThan(1.5 * widthOf(clear, 1));
    expect(widthOf(pictures, 3)).toBeLessThan(1.2 * widthOf(clear, 3));
  });

  it('gives the same bytes twice', () => {
    const pictures = drawnStances(plain, 'right', 2);
    expect(JSON.stringify(observeFeet(pictures))).toBe(JSON.stringify(observeFeet(pictures)));
  });

  it('turns with a turned camera', () => {
    const turned = read({ ...plain, shankDeg: plain.shankDeg + 3, heelDeg: plain.heelDeg + 3 });
    const level = read(plain);
    expect(turned.heel - turned.shank).toBeCloseTo(level.heel - level.shank, 0);
  });
});

describe('what a picture does not carry', () => {
  it('a shoe of the colour of the ground', () => {
    const { observations } = read({ ...plain, shoe: [120, 115, 108], skin: [121, 116, 109], noise: 6 });
    const lines = observations.filter(({ reason }) => reason === undefined);
    expect(lines.length).toBeLessThan(observations.length / 3);
    expect(observations.some(({ reason }) => reason === 'low_contrast')).toBe(true);
  });

  it('a leg whose shoe stands out in one picture of six', () => {
    const dim = { ...plain, shoe: [120, 115, 108], skin: [121, 116, 109], noise: 6 } as const;
    const unlike = drawnStances(dim, 'left');
    const clear = drawnStances(plain, 'left');
    const left = unlike.map((picture, i) => (i % 6 === 0 ? clear[i] : picture));
    const observations = observeFeet([...left, ...drawnStances(plain, 'right')]);
    const heels = (side: 'left' | 'right') =>
      observations.filter((one) => one.side === side && one.heelAxisDeg !== null).length;
    expect(heels('left')).toBe(0);
    expect(heels('right')).toBeGreaterThan(0.8 * left.length);
  });

  it('a shank of 40 pixels', () => {
    const { observations } = read({ ...plain, shankPx: 40 });
    expect(new Set(observations.map(({ reason }) => reason))).toEqual(new Set(['too_small']));
  });

  it('a smear of a tenth of the shank', () => {
    const { observations } = read({ ...plain, blurPx: 14 });
    expect(observations.filter(({ reason }) => reason === undefined).length).toBeLessThan(observations.length / 3);
  });

  it('a picture that ends at the ankle', () => {
    const { observations } = read({ ...plain, cutBelow: 0.05 });
    expect(new Set(observations.map(({ reason }) => reason))).toEqual(new Set(['out_of_picture']));
  });
});
