import { expect, it } from 'vitest';
import { textTable } from './text-table.ts';

it('has a rule under the headings alone', () => {
  const rows = [
    ['run', 12.5],
    ['walk', null],
  ] as const;
  expect(textTable(['Clip', 'Score'], rows, ['left', 'right']).split('\n')).toEqual([
    '┌──────┬───────┐',
    '│ Clip │ Score │',
    '├──────┼───────┤',
    '│ run  │  12.5 │',
    '│ walk │     – │',
    '└──────┴───────┘',
  ]);
});

it('keeps its shape without rows, and with cells of several lines', () => {
  expect(textTable(['Clip'], []).split('\n')).toHaveLength(3);
  expect(textTable(['Clip'], [['two\nlines'], ['one']]).split('\n')).toHaveLength(7);
});
