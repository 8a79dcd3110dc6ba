import { expect, it } from 'vitest';
import { floorTable } from '../report/table.ts';
import { accuracyFloors } from './accuracy-floors.ts';
import { largest, rootMeanSquare, shareOfTold } from './floor-figures.ts';

it('counts what was withheld, which is no error of nothing', () => {
  expect(largest([1, -3, null])).toEqual({ value: 3, withheld: { count: 1, asked: 3 } });
  expect(rootMeanSquare([3, null, null, -4]).value).toBeCloseTo(Math.sqrt(12.5), 12);
  expect(shareOfTold([true, null, false, true, true])).toEqual({ value: 75, withheld: { count: 1, asked: 5 } });
  for (const of of [largest, rootMeanSquare])
    expect(of([null])).toEqual({ value: null, withheld: { count: 1, asked: 1 } });
  expect(shareOfTold([])).toEqual({ value: null, withheld: { count: 0, asked: 0 } });
});

it('says beside a floor how many numbers are not in it', () => {
  const lines = floorTable([
    { floor: accuracyFloors.backRearfoot, ...largest([2.37, null, null]) },
    { floor: accuracyFloors.backCadence, ...largest([0.2]) },
  ]).split('\n');
  expect(lines[2]).toContain('| **2.37 deg**, 2 of 3 withheld | at most 3 deg |');
  expect(lines[3]).toContain('| **0.20 spm** | at most 0.5 spm |');
});
