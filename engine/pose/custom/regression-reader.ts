import { sigmoid } from '../sigmoid.ts';
import type { DescribedRegression } from './description-schema.ts';
import type { PointReader, ReaderContext } from './point-reader.ts';
import { unfit } from './unfit.ts';

/** Reads points that the network gives as numbers. Where it gives no score, every point has 1. */
export function regressionReader(
  { name, columns, units, scores = 'probabilities' }: DescribedRegression,
  { widthPx, heightPx, pointCount, rows }: ReaderContext,
  length: number,
): PointReader {
  const [columnX, columnY, columnScore] = (['x', 'y', 'score'] as const).map((wanted) => {
    if (columns.filter((column) => column === wanted).length > 1)
      throw unfit(`output.regression.columns has two ${wanted}`);
    return columns.indexOf(wanted);
  });
  if (columnX < 0 || columnY < 0) throw unfit('output.regression.columns lacks x or y');
  if (length !== pointCount * columns.length) {
    throw unfit(`${name} has ${length} numbers: not ${pointCount} points of ${columns.length}`);
  }
  const perX = units === 'share' ? widthPx : 1;
  const perY = units === 'share' ? heightPx : 1;

  return (session, points) => {
    const values = session.output(name);
    for (let k = 0; k < rows.length; k++) {
      const at = rows[k] * columns.length;
      if (at < 0) continue;
      points.xPx[k] = values[at + columnX] * perX;
      points.yPx[k] = values[at + columnY] * perY;
      const score = columnScore < 0 ? 1 : values[at + columnScore];
      points.score[k] = scores === 'logits' && columnScore >= 0 ? sigmoid(score) : score;
    }
  };
}
