import { sigmoid } from '../sigmoid.ts';
import type { DescribedHeatmap } from './description-schema.ts';
import { gaussianOffset, highest, quarterOffset } from './peak.ts';
import type { PointReader, ReaderContext } from './point-reader.ts';
import { unfit } from './unfit.ts';

/**
 * Reads each point off the peak of its own map; the score is the height of the peak.
 *
 * @param length Elements of the output. The map has the input's proportions.
 */
export function heatmapReader(described: DescribedHeatmap, context: ReaderContext, length: number): PointReader {
  const { name, layout, values, cells = 'strided', refine = 'quarter' } = described;
  const { pointCount, rows } = context;
  const { columnCount, rowCount } = mapSize(name, context, length);
  const cellCount = columnCount * rowCount;
  const step = layout === 'nhwc' ? pointCount : 1;
  const height = values === 'logits' ? sigmoid : (value: number) => value;
  const toX = placeOfCell(cells, context.widthPx, columnCount);
  const toY = placeOfCell(cells, context.heightPx, rowCount);

  /** How far the top lies from a cell along an axis, whose cells are `stride` numbers apart. */
  const offset = (map: Float32Array, at: number, stride: number, index: number, count: number): number => {
    if (index === 0 || index === count - 1) return 0;
    const before = map[at - stride];
    const after = map[at + stride];
    if (!Number.isFinite(before) || !Number.isFinite(after)) return 0;
    if (refine === 'quarter') return quarterOffset(before, after);
    return gaussianOffset(height(before), height(map[at]), height(after));
  };

  return (session, points) => {
    const map = session.output(name);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k];
      if (row < 0) continue;
      const start = layout === 'nhwc' ? row : row * cellCount;
      const cell = highest(map, start, cellCount, step);
      if (cell < 0) {
        points.xPx[k] = Number.NaN;
        continue;
      }
      const at = start + cell * step;
      const column = cell % columnCount;
      const line = (cell - column) / columnCount;
      points.xPx[k] = toX(column + offset(map, at, step, column, columnCount));
      points.yPx[k] = toY(line + offset(map, at, step * columnCount, line, rowCount));
      points.score[k] = height(map[at]);
    }
  };
}

function mapSize(name: string, { widthPx, heightPx, pointCount }: ReaderContext, length: number) {
  const stride = Math.sqrt((widthPx * heightPx * pointCount) / length);
  const columnCount = Math.round(widthPx / stride);
  const rowCount = Math.round(heightPx / stride);
  if (!(length > 0) || columnCount * rowCount * pointCount !== length) {
    throw unfit(`${name} has ${length} numbers: not ${pointCount} maps of the input’s proportions`);
  }
  return { columnCount, rowCount };
}

/** Where in the input, in pixels, a cell's index lies: see docs/reference/custom-networks.md for the three. */
function placeOfCell(cells: 'strided' | 'centred' | 'aligned', sidePx: number, count: number) {
  const stridePx = sidePx / count;
  if (cells === 'centred') return (index: number) => (index + 0.5) * stridePx;
  if (cells === 'strided' || count === 1) return (index: number) => index * stridePx + 0.5;
  return (index: number) => (index * (sidePx - 1)) / (count - 1) + 0.5;
}
