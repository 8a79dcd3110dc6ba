import { describe, expect, it } from 'vitest';
import { compareShapes } from './json-shape.ts';

describe('compareShapes', () => {
  it('finds fields that one side lacks, and other types, and nothing else', () => {
    const theirs = { id: 'a', n: 1, list: [{ x: 1, y: 2 }, 3], gone: true, late: null };
    const ours = { id: 'b', n: '1', list: [{ x: 9 }], more: [], late: { a: 1 } };
    expect(compareShapes(theirs, ours)).toEqual([
      { place: '/n', theirs: 'number', ours: 'string' },
      { place: '/list/0/y', theirs: 'number', ours: 'nothing' },
      { place: '/gone', theirs: 'boolean', ours: 'nothing' },
      { place: '/more', theirs: 'nothing', ours: 'array' },
    ]);
  });

  it('takes lists of other lengths, empty ones and null for alike', () => {
    expect(compareShapes({ a: [], b: null }, { a: [1], b: 2 })).toEqual([]);
    expect(compareShapes([1, 2, 3], [4])).toEqual([]);
    expect(compareShapes({ toString: 1 }, {})).toEqual([{ place: '/toString', theirs: 'number', ours: 'nothing' }]);
  });
});
