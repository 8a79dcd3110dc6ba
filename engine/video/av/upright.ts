import { AV_PKT_DATA_DISPLAYMATRIX } from 'node-av/constants';
import type { Stream } from 'node-av/lib';
import type { PictureLayout } from '../planar-picture.ts';
import type { SizePx } from '../video.ts';

/** How a stored picture becomes the one a viewer sees. */
export interface Upright {
  /** Clockwise. */
  readonly rotationDeg: 0 | 90 | 180 | 270;
  /** FFmpeg filters that do it, in order; empty when the picture is upright. */
  readonly filters: readonly string[];
  readonly swapsSides: boolean;
  /** Whether the stored picture is turned over before it is rotated: its last row becomes the first. */
  readonly isMirrored: boolean;
}

/**
 * Reads the stream's display matrix (ISO/IEC 14496-12, 6.2.2): a row-major 3x3 of 32-bit fixed-point numbers.
 * Rotations are rounded to quarter turns; mirroring is kept.
 */
export function readUpright(stream: Stream): Upright {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (!matrix || matrix.length < 36) return asStored;
  const [a, b, c, d] = [0, 4, 12, 16].map((offset) => matrix.readInt32LE(offset) / 65536);
  // A vertical flip turns the second row against the first; the rotation is then that of the first row.
  const mirrored = a * d - b * c < 0;
  const turns = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const filters = mirrored ? ['vflip'] : [];
  if (turns === 1) filters.push('transpose=clock');
  if (turns === 2) filters.push('hflip', 'vflip');
  if (turns === 3) filters.push('transpose=cclock');
  return {
    rotationDeg: ([0, 90, 180, 270] as const)[turns],
    filters,
    swapsSides: turns % 2 === 1,
    isMirrored: mirrored,
  };
}

const asStored: Upright = { rotationDeg: 0, filters: [], swapsSides: false, isMirrored: false };

/** Share of the stored width and height at which a share (u, v) of the upright picture lies: rows of (u, v, 1). */
const storedShares: Readonly<Record<Upright['rotationDeg'], readonly [Row, Row]>> = {
  0: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  90: [
    [0, 1, 0],
    [-1, 0, 1],
  ],
  180: [
    [-1, 0, 1],
    [0, -1, 1],
  ],
  270: [
    [0, -1, 1],
    [1, 0, 0],
  ],
};
type Row = readonly [number, number, number];

/** The stored place of a place in the upright picture, as `PictureLayout.toStored`. */
export function uprightToStored(
  { rotationDeg, isMirrored }: Upright,
  viewed: SizePx,
  stored: SizePx,
): PictureLayout['toStored'] {
  const [across, down] = storedShares[rotationDeg];
  const [u, v, constant] = isMirrored ? [-down[0], -down[1], 1 - down[2]] : down;
  const { widthPx, heightPx } = stored;
  return [
    (across[0] * widthPx) / viewed.widthPx,
    (across[1] * widthPx) / viewed.heightPx,
    across[2] * widthPx,
    (u * heightPx) / viewed.widthPx,
    (v * heightPx) / viewed.heightPx,
    constant * heightPx,
  ];
}
