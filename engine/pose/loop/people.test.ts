import { describe, expect, test } from 'vitest';
import type { Crop } from '../crop.ts';
import { type Look, linkPeople } from './people.ts';
import { largestConsistent, peopleInView } from './people-choice.ts';

const at = (centreXPx: number, sidePx = 400): Crop => ({ centreXPx, centreYPx: 360, sidePx, rotationRad: 0 });

interface Seen {
  readonly persons: readonly Crop[];
  readonly followed?: Crop | null;
  readonly run?: number;
  readonly refused?: Crop;
}

/** Looks, a second apart unless told otherwise. */
const looksOf = (seen: readonly Seen[], everyS = 1): Look[] =>
  seen.map(({ persons, followed = null, run = 1, refused = null }, i) => ({
    timeS: i * everyS,
    persons,
    followed: followed === null ? null : { crop: followed, run },
    refused,
  }));
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const tracks = (looks: readonly Look[]): number[][] =>
  linkPeople(looks).map((person) => person.map(({ crop }) => crop.centreXPx));

describe('people over the looks', () => {
  test('two who stay keep apart, in whatever order the detector names them', () => {
    const looks = looksOf(times(4, (i) => ({ persons: i % 2 === 0 ? [at(200), at(800)] : [at(790), at(210)] })));
    expect(tracks(looks)).toEqual([
      [200, 210, 200, 210],
      [800, 790, 800, 790],
    ]);
  });

  test('the followed runner is one person however far a second takes him, past another who stands', () => {
    const looks = looksOf(
      times(5, (i) => ({ persons: [at(100 + 600 * i), at(1400, 300)], followed: at(110 + 600 * i) })),
    );
    expect(tracks(looks)).toEqual([
      [100, 700, 1300, 1900, 2500],
      [1400, 1400, 1400, 1400, 1400],
    ]);
  });

  test('a course once known is gone on with', () => {
    const looks = looksOf([100, 350, 700, 1050, 1400].map((xPx) => ({ persons: [at(xPx)] })));
    expect(tracks(looks)).toHaveLength(1);
  });

  test('a look that misses the followed runner loses nobody; a jump to another is another', () => {
    const looks = looksOf([
      { persons: [at(100)], followed: at(100) },
      { persons: [], followed: at(150) },
      { persons: [at(900)], followed: at(900), run: 2 },
    ]);
    expect(tracks(looks)).toEqual([[100, 150], [900]]);
    expect(peopleInView(looks)).toMatchObject({ followed: 2, followedShare: 2 / 3 });
  });
});

describe('whom to follow', () => {
  const flash = at(900, 700);
  test('one seen in one look only loses against one seen in all', () => {
    const looks = looksOf([{ persons: [flash, at(100)] }, { persons: [at(102)] }, { persons: [at(104)] }], 0.1);
    expect(largestConsistent(looks, 0)).toEqual(at(100));
  });

  test('of two who stay, the larger; a larger one who was missed once all the same', () => {
    const looks = looksOf([{ persons: [at(100)] }, { persons: [at(100), flash] }, { persons: [flash, at(100)] }], 0.1);
    expect(largestConsistent(looks, 0)).toBeNull();
    expect(largestConsistent(looks, 1)).toEqual(flash);
  });

  test('if nobody is seen twice, the largest of the look', () => {
    const looks = looksOf([{ persons: [flash, at(100)] }, { persons: [] }, { persons: [] }], 0.1);
    expect(largestConsistent(looks, 0)).toEqual(flash);
  });
});

describe('what is told of the people in view', () => {
  const runner = at(300);
  const clip = (other: (i: number) => readonly Crop[]) =>
    peopleInView(looksOf(times(10, (i) => ({ persons: [runner, ...other(i)], followed: runner }))));

  test('a runner alone', () => {
    expect(clip(() => [])).toEqual({ lasting: 1, followed: 1, followedShare: 1, largerNotFollowed: false });
  });

  test('somebody who passes by does not count, somebody who stays does', () => {
    expect(clip((i) => (i === 4 ? [at(900)] : []))).toMatchObject({ lasting: 1 });
    expect(clip(() => [at(900)])).toMatchObject({ lasting: 2, largerNotFollowed: false });
  });

  test('a larger one is told of when clearly larger and there for most of the clip', () => {
    expect(clip((i) => (i < 7 ? [at(1100, 520)] : []))).toMatchObject({ lasting: 2, largerNotFollowed: true });
    expect(clip(() => [at(1100, 480)])).toMatchObject({ largerNotFollowed: false });
    expect(clip((i) => (i < 5 ? [at(1100, 520)] : []))).toMatchObject({ lasting: 2, largerNotFollowed: false });
  });

  test('what the network refused is nobody, and many looks while the runner was lost count no more than few', () => {
    const bush = at(1100, 900);
    const lost = looksOf(
      times(8, () => ({ persons: [bush], refused: bush })),
      0.1,
    );
    const found = looksOf(times(3, () => ({ persons: [runner, bush], followed: runner }))).map((look) => ({
      ...look,
      timeS: look.timeS + 1,
    }));
    expect(peopleInView([...lost, ...found])).toEqual({
      lasting: 1,
      followed: 1,
      followedShare: 3 / 5,
      largerNotFollowed: false,
    });
  });

  test('nobody ever seen', () => {
    expect(peopleInView(looksOf([{ persons: [] }, { persons: [] }]))).toBeNull();
    expect(peopleInView([])).toBeNull();
  });
});
