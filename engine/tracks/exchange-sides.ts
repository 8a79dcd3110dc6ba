import { type PairedPart, paired, type RawPoint, type RawPoints } from './raw-points.ts';

function exchangeAt(a: Float64Array, b: Float64Array, frame: number): void {
  const kept = a[frame];
  a[frame] = b[frame];
  b[frame] = kept;
}

/** Exchanges, in place, left and right of some parts in the frames that are marked with 1. */
export function exchangeSides(points: RawPoints, parts: readonly PairedPart[], marked: Uint8Array): void {
  for (const part of parts) {
    const left: RawPoint = points[paired('left', part)];
    const right: RawPoint = points[paired('right', part)];
    for (let frame = 0; frame < marked.length; frame++) {
      if (marked[frame] !== 1) continue;
      exchangeAt(left.xPx, right.xPx, frame);
      exchangeAt(left.yPx, right.yPx, frame);
      exchangeAt(left.score, right.score, frame);
    }
  }
}
