import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Stream } from 'node-av/lib';

/** How a stored picture becomes the one a viewer sees. */
export interface Upright {
  /** Clockwise. */
  readonly rotationDeg: 0 | 90 | 180 | 270;
  /** FFmpeg filters that do it, in order; empty when the picture is upright. */
  readonly filters: readonly string[];
  readonly swapsSides: boolean;
}

/**
 * Reads the stream's display matrix (ISO/IEC 14496-12, 6.2.2): a row-major 3x3 of 32-bit fixed-point numbers.
 * Rotations are rounded to quarter turns; mirroring is kept.
 */
export function readUpright(stream: Stream): Upright {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (!matrix || matrix.length < 36) return { rotationDeg: 0, filters: [], swapsSides: false };
  const [a, b, c, d] = [0, 4, 12, 16].map((offset) => matrix.readInt32LE(offset) / 65536);
  // A vertical flip turns the second row against the first; the rotation is then that of the first row.
  const mirrored = a * d - b * c < 0;
  const turns = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const filters = mirrored ? ['vflip'] : [];
  if (turns === 1) filters.push('transpose=clock');
  if (turns === 2) filters.push('hflip', 'vflip');
  if (turns === 3) filters.push('transpose=cclock');
  return { rotationDeg: ([0, 90, 180, 270] as const)[turns], filters, swapsSides: turns % 2 === 1 };
}
