import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullestBlock } from './fullest-block.ts';

const column = (name: string, known: string) => ({
  name,
  values: Float64Array.from(known, (mark) => (mark === 'x' ? 1 : Number.NaN)),
});
const blockOf = (columns: readonly ReturnType<typeof column>[]) => {
  const { from, to, columns: kept } = fullestBlock(columns, ({ name }) => name === 'pelvis');
  return { from, to, names: kept.map(({ name }) => name).join(' ') };
};

it('cuts the ends where something is not yet known, and leaves out what is lost for long', () => {
  expect(
    blockOf([
      column('pelvis', '.xxxxxxxxx'),
      column('knee', '...xxxxxxx'),
      column('ankle', '...xxxxxxx'),
      column('elbow', '..xxx...xx'),
    ]),
  ).toEqual({ from: 3, to: 9, names: 'pelvis knee ankle' });
});

it('holds nothing where what is needed is nowhere', () => {
  expect(blockOf([column('pelvis', '...'), column('knee', 'xxx')])).toEqual({ from: 0, to: -1, names: '' });
  expect(fullestBlock([], () => true)).toEqual({ from: 0, to: -1, columns: [] });
});

it('is as large as the largest of all', () => {
  const marks = fc.array(fc.string({ unit: fc.constantFrom('x', 'x', '.'), minLength: 7, maxLength: 7 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(marks, (all) => {
      const columns = all.map((known, i) => column(i === 0 ? 'pelvis' : `c${i}`, known));
      const { from, to, columns: kept } = fullestBlock(columns, ({ name }) => name === 'pelvis');
      for (const { values } of kept) expect(values.slice(from, to + 1).some(Number.isNaN)).toBe(false);
      let most = 0;
      for (let a = 0; a < 7; a++)
        for (let b = a; b < 7; b++) {
          const full = columns.filter(({ values }) => !values.slice(a, b + 1).some(Number.isNaN));
          if (full.some(({ name }) => name === 'pelvis')) most = Math.max(most, full.length * (b - a + 1));
        }
      expect(kept.length * (to - from + 1)).toBe(most);
    }),
    { seed: 7, numRuns: 300 },
  );
});
