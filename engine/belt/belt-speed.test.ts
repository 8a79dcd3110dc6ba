import { expect, it } from 'vitest';
import type { Side } from '../pose/keypoint-names.ts';
import { beltSpeed } from './belt-speed.ts';
import type { ShoeSpeed } from './shoe-speed.ts';

const shoes = (side: Side, speeds: readonly number[], downwardPxS = 0): ShoeSpeed[] =>
  speeds.map((backwardPxS, i) => ({ side, timeS: i, backwardPxS, downwardPxS }));

it('is the mean of both legs, each with its median', () => {
  const belt = beltSpeed([...shoes('left', [306, 304, 305, 200]), ...shoes('right', [295, 296, 294])]);
  expect(belt?.beltPxS).toBeCloseTo((304.5 + 295) / 2, 9);
  expect(belt?.n).toBe(7);
});

it('is as fast along a belt that a tilted camera shows going up', () => {
  const tilt = 0.1;
  const seen = shoes(
    'left',
    [300, 300, 300].map((speed) => speed * Math.cos(tilt)),
    -300 * Math.sin(tilt),
  );
  expect(beltSpeed(seen)?.beltPxS).toBeCloseTo(300, 9);
});

it('is less sure by one leg alone, and by stances that differ', () => {
  const both = beltSpeed([...shoes('left', [300, 301, 299]), ...shoes('right', [300, 301, 299])]);
  const one = beltSpeed(shoes('left', [300, 301, 299, 300, 301, 299]));
  const unlike = beltSpeed([...shoes('left', [270, 300, 330]), ...shoes('right', [280, 300, 320])]);
  expect(one?.share).toBeGreaterThan(both?.share ?? 1);
  expect(unlike?.share).toBeGreaterThan(2 * (both?.share ?? 1));
});

it('is not known by few shoes, or by shoes that contradict each other', () => {
  expect(beltSpeed([])).toBeNull();
  expect(beltSpeed(shoes('left', [300, 301]))).toBeNull();
  expect(beltSpeed([...shoes('left', [100, 300, 500]), ...shoes('right', [50, 310, 700])])).toBeNull();
  expect(beltSpeed([...shoes('left', [300, 301, 299]), ...shoes('right', [200, 201, 199])])).toBeNull();
  expect(beltSpeed(shoes('left', [-300, -301, -299]))).toBeNull();
  expect(beltSpeed(shoes('left', [300, 301, 299], 120))).toBeNull();
});

it('does not rest on a leg that was followed once', () => {
  const one = beltSpeed(shoes('left', [300, 301, 299]));
  expect(beltSpeed([...shoes('left', [300, 301, 299]), ...shoes('right', [150])])).toEqual(one);
});
