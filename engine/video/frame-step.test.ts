import { expect, it } from 'vitest';
import { frameStep } from './frame-step.ts';

it.each([
  [0.5, 1],
  [29.97, 1],
  [60, 1],
  [89, 1],
  [119.88, 2],
  [240, 4],
])('of %f frames per second every %i. is shown', (fps, step) => {
  expect(frameStep(fps)).toBe(step);
});
