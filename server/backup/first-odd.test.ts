import { expect, it } from 'vitest';
import { firstOdd } from './first-odd.ts';

it('names what is missing before what is more', () => {
  expect(firstOdd(['a', 'b'], ['b', 'a'])).toBeNull();
  expect(firstOdd(['a', 'x'], ['a', 'b', 'c'])).toEqual({ text: 'b', isMissing: true });
  expect(firstOdd(['a', 'x', 'y'], ['a'])).toEqual({ text: 'x', isMissing: false });
});

it('holds hundreds of thousands against each other at once', () => {
  const paths = Array.from({ length: 200_000 }, (_, index) => `media/${index}/1/annotated.mp4`);
  const beganMs = performance.now();
  expect(firstOdd(paths, paths.toReversed())).toBeNull();
  // Each looked for along the other list would take minutes.
  expect(performance.now() - beganMs).toBeLessThan(5000);
});
