import { expect, it } from 'vitest';
import { firstOdd } from './first-odd.ts';

it('names what is missing before what is more', () => {
  expect(firstOdd(['a', 'b'], ['b', 'a'])).toBeNull();
  expect(firstOdd(['a', 'x'], ['a', 'b', 'c'])).toEqual({ text: 'b', isMissing: true });
  expect(firstOdd(['a', 'x', 'y'], ['a'])).toEqual({ text: 'x', isMissing: false });
});

it('looks at each of either list a few times, however long they are', () => {
  const paths = Array.from({ length: 2000 }, (_, index) => `media/${index}/1/annotated.mp4`);
  let reads = 0;
  const counted = (list: readonly string[]): readonly string[] =>
    new Proxy(list, {
      get: (of, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
        return Reflect.get(of, key);
      },
    });
  expect(firstOdd(counted(paths), counted(paths.toReversed()))).toBeNull();
  // Each looked for along the other list would read millions.
  expect(reads).toBeLessThanOrEqual(4 * paths.length);
});
