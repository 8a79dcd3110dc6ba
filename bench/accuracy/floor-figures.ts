import type { Measurement, WithheldCount } from '../report/table.ts';

/** What a floor is held to, and how many numbers are not in it. */
export type FloorFigure = Pick<Measurement, 'value'> & { readonly withheld: WithheldCount };

/** Size of the largest error; null where nothing was reported. @param errors Null stands for a number that was withheld. */
export const largest = (errors: readonly (number | null)[]): FloorFigure =>
  figureOf(errors, (known) => Math.max(...known.map(Math.abs)));

/** Root mean square of the errors. */
export const rootMeanSquare = (errors: readonly (number | null)[]): FloorFigure =>
  figureOf(errors, (known) => Math.sqrt(known.reduce((sum, error) => sum + error ** 2, 0) / known.length));

/** Per cent of some things that are so. @param all Null stands for one that could not be told. */
export const shareOfTold = (all: readonly (boolean | null)[]): FloorFigure =>
  figureOf(all, (known) => (100 * known.filter((isSo) => isSo).length) / known.length);

function figureOf<T>(all: readonly (T | null)[], figure: (known: readonly T[]) => number): FloorFigure {
  const known = all.filter((one) => one !== null);
  return {
    value: known.length === 0 ? null : figure(known),
    withheld: { count: all.length - known.length, asked: all.length },
  };
}
