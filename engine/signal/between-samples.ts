/**
 * Value of a grid between four samples, linear both ways.
 *
 * @param values Rows of `columns`, one after the other.
 * @param x Column, at least 0 and below the last one.
 * @param y Row, likewise.
 */
export function betweenSamples(values: ArrayLike<number>, columns: number, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - column, y - row];
  const i = row * columns + column;
  const top = values[i] + right * (values[i + 1] - values[i]);
  const bottom = values[i + columns] + right * (values[i + columns + 1] - values[i + columns]);
  return top + below * (bottom - top);
}
