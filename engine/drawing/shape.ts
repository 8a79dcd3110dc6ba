/** A point of the output picture, pixels from the outer corner of its first pixel. */
export interface PointPx {
  readonly x: number;
  readonly y: number;
}

/** Coordinates are rounded to this part of a pixel, which nobody sees, so that a drawing stays small as text. */
const partsOfPixel = 64;
const rounded = (value: number): number => Math.round(value * partsOfPixel) / partsOfPixel;
const point = ({ x, y }: PointPx): PointPx => ({ x: rounded(x), y: rounded(y) });

/** A figure to be painted, pixels of the output picture. Directions are radians clockwise from the x axis. */
export type Shape = Capsule | Ring | Sector | RoundedBox | Triangle;

/** A line with round ends; of no length, a disc. */
export interface Capsule {
  readonly kind: 'capsule';
  readonly a: PointPx;
  readonly b: PointPx;
  readonly radius: number;
}

/** A circle as a line. */
export interface Ring {
  readonly kind: 'ring';
  readonly centre: PointPx;
  readonly radius: number;
  readonly width: number;
}

/** Part of a disc about a direction, or of its rim as a line. */
export interface Sector {
  readonly kind: 'wedge' | 'arc';
  readonly centre: PointPx;
  readonly radius: number;
  /** Of the line along the rim; 0 for a wedge. */
  readonly width: number;
  /** Middle of the sector. */
  readonly direction: number;
  /** 0 to a half turn. */
  readonly halfTurn: number;
}

export interface RoundedBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly cornerRadius: number;
}

/** Corners run clockwise. */
export interface Triangle {
  readonly kind: 'triangle';
  readonly corners: readonly [PointPx, PointPx, PointPx];
}

export const disc = (centre: PointPx, radius: number): Shape => capsule(centre, centre, 2 * radius);

/** A line from `a` to `b` with round ends. */
export const capsule = (a: PointPx, b: PointPx, width: number): Shape => ({
  kind: 'capsule',
  a: point(a),
  b: point(b),
  radius: rounded(width / 2),
});

export const ring = (centre: PointPx, radius: number, width: number): Shape => ({
  kind: 'ring',
  centre: point(centre),
  radius: rounded(radius),
  width: rounded(width),
});

/** Sector of a disc between two directions, the short way round. */
export const wedge = (centre: PointPx, radius: number, from: number, to: number): Shape => ({
  kind: 'wedge',
  centre: point(centre),
  radius: rounded(radius),
  width: 0,
  ...between(from, to),
});

/** The rim of such a sector as a line of the given width. */
export const arc = (centre: PointPx, radius: number, width: number, from: number, to: number): Shape => ({
  kind: 'arc',
  centre: point(centre),
  radius: rounded(radius),
  width: rounded(width),
  ...between(from, to),
});

export const roundedBox = (x: number, y: number, width: number, height: number, cornerRadius: number): Shape => ({
  kind: 'box',
  x: rounded(x),
  y: rounded(y),
  width: rounded(width),
  height: rounded(height),
  cornerRadius: rounded(Math.min(cornerRadius, width / 2, height / 2)),
});

/** A triangle whose corners may be given either way round. */
export function triangle(a: PointPx, b: PointPx, c: PointPx): Shape {
  const doubleArea = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return {
    kind: 'triangle',
    corners: doubleArea < 0 ? [point(a), point(c), point(b)] : [point(a), point(b), point(c)],
  };
}

function between(from: number, to: number): Pick<Sector, 'direction' | 'halfTurn'> {
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  return { direction: finely(from + turn / 2), halfTurn: finely(Math.abs(turn) / 2) };
}

/** To 0.00001 of a radian. */
const finely = (angle: number): number => Math.round(angle * 1e5) / 1e5;
