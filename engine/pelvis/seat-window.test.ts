import { expect, it } from 'vitest';
import { seatWindow } from './seat-window.ts';

const window = { xPx: 300, yPx: 500, trunkPx: 100, rollDeg: 90 };

it('is the window of the pelvis where BlazePose full draws the hips', () => {
  expect(seatWindow(window, 'blazepose-full')).toEqual(window);
});

it('lies below hips that are drawn too high, along the body of a picture that is turned', () => {
  const seat = seatWindow(window, 'movenet-lightning');
  expect(seat?.yPx).toBeCloseTo(500, 6);
  expect(seat?.xPx).toBeCloseTo(288, 6);
  expect(seat?.trunkPx).toBeCloseTo(109.5, 6);
});

it('is nowhere for a network of which nobody has looked where it draws hips', () => {
  expect(seatWindow(window, 'custom')).toBeNull();
});
