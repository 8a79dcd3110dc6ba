import type { DescribedSimcc } from './description-schema.ts';
import { gaussianOffset, highest } from './peak.ts';
import type { PointReader, ReaderContext } from './point-reader.ts';
import { unfit } from './unfit.ts';

/**
 * Reads each point off the highest bin of its column axis and of its row axis (SimCC, Li et al. 2022). Bin `i` stands for the
 * input's pixel `i / splitRatio`, counted from the middle of the first; the score is made of the heights of the two bins.
 *
 * @param lengthX Elements of the output along x.
 */
export function simccReader(
  { x: nameX, y: nameY, splitRatio, score = 'least', refine = 'none' }: DescribedSimcc,
  { widthPx, heightPx, pointCount, rows }: ReaderContext,
  lengthX: number,
  lengthY: number,
): PointReader {
  const countX = binCount(nameX, widthPx * splitRatio, pointCount, lengthX);
  const countY = binCount(nameY, heightPx * splitRatio, pointCount, lengthY);

  const place = (bins: Float32Array, start: number, bin: number, count: number): number => {
    const inner = refine === 'gaussian' && bin > 0 && bin < count - 1;
    const at = start + bin;
    const offset = inner ? gaussianOffset(bins[at - 1], bins[at], bins[at + 1]) : 0;
    return (bin + offset) / splitRatio + 0.5;
  };

  return (session, points) => {
    const binsX = session.output(nameX);
    const binsY = session.output(nameY);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k];
      if (row < 0) continue;
      const binX = highest(binsX, row * countX, countX, 1);
      const binY = highest(binsY, row * countY, countY, 1);
      if (binX < 0 || binY < 0) {
        points.xPx[k] = Number.NaN;
        continue;
      }
      points.xPx[k] = place(binsX, row * countX, binX, countX);
      points.yPx[k] = place(binsY, row * countY, binY, countY);
      const heightX = binsX[row * countX + binX];
      const heightY = binsY[row * countY + binY];
      points.score[k] = score === 'mean' ? (heightX + heightY) / 2 : Math.min(heightX, heightY);
    }
  };
}

function binCount(name: string, wanted: number, pointCount: number, length: number): number {
  const count = Math.round(wanted);
  if (length === count * pointCount) return count;
  throw unfit(`${name} has ${length} numbers: not ${pointCount} points of ${count} bins`);
}
