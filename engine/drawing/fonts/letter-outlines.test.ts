import { expect, it } from 'vitest';
import { readLetters, writeLetters } from './letter-outlines.ts';

it('reads what it wrote', () => {
  const contour = [
    { x: 10, y: -5, on: true },
    { x: 30, y: 700, on: false },
    { x: -20, y: 650, on: true },
  ];
  const letters = new Map([
    ['膝', { advance: 1000, contours: [contour, contour.toReversed()] }],
    ['무', { advance: 920, contours: [] }],
  ]);
  expect(readLetters(writeLetters(letters))).toEqual(
    new Map([
      ['膝'.codePointAt(0), letters.get('膝')],
      ['무'.codePointAt(0), letters.get('무')],
    ]),
  );
});
