/** A stretch of frames, and what is known in each of them. */
export interface FullBlock<Column> {
  /** First and last frame; there is none where `to` is smaller. */
  readonly from: number;
  readonly to: number;
  /** In their order. */
  readonly columns: readonly Column[];
}

/**
 * The block without a hole that holds the most numbers: of all stretches of frames with the columns that are known throughout; of several that
 * hold as many the first.
 *
 * @param isNeeded Columns without which a stretch is worth nothing.
 */
export function fullestBlock<Column extends { readonly values: Float64Array }>(
  columns: readonly Column[],
  isNeeded: (column: Column) => boolean,
): FullBlock<Column> {
  const frameCount = columns[0]?.values.length ?? 0;
  const runs = columns.map(({ values }) => runLengths(values));
  const needed = columns.map(isNeeded);
  let best = { from: 0, length: 0, size: 0 };
  for (let from = 0; from < frameCount; from++) {
    const most = Math.min(...runs.filter((_, i) => needed[i]).map((run) => run[from]));
    const lengths = runs.map((run) => Math.min(most, run[from])).sort((a, b) => b - a);
    lengths.forEach((length, i) => {
      const size = length * (i + 1);
      if (size > best.size) best = { from, length, size };
    });
  }
  const { from, length } = best;
  return {
    from,
    to: from + length - 1,
    columns: length === 0 ? [] : columns.filter((_, i) => runs[i][from] >= length),
  };
}

/** From each frame on, how many are known in a row. */
function runLengths(values: Float64Array): Int32Array {
  const lengths = new Int32Array(values.length);
  for (let i = values.length - 1; i >= 0; i--) lengths[i] = Number.isNaN(values[i]) ? 0 : (lengths[i + 1] ?? 0) + 1;
  return lengths;
}
