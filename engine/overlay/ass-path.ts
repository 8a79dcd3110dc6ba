/** A point of the output picture, pixels. */
export interface PointPx {
  readonly x: number;
  readonly y: number;
}

/** Outlines in ASS drawing commands, in eighths of a pixel; several may be joined by a space. */
export type Path = string;

const at = (x: number, y: number): string => `${Math.round(x * 8)} ${Math.round(y * 8)}`;

const along = (centre: PointPx, radius: number, angle: number): PointPx => ({
  x: centre.x + radius * Math.cos(angle),
  y: centre.y + radius * Math.sin(angle),
});

/**
 * Bezier commands along a circle from one direction to another, radians clockwise from the x axis, starting where
 * the pen is. Pieces of up to a third of a circle are off by less than 0.2 % of the radius.
 */
function curve(centre: PointPx, radius: number, from: number, turn: number): Path {
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / 2.1));
  const step = turn / pieces;
  const handle = (4 / 3) * Math.tan(step / 4) * radius;
  return Array.from({ length: pieces }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const [start, end] = [along(centre, radius, a), along(centre, radius, b)];
    const first = at(start.x - handle * Math.sin(a), start.y + handle * Math.cos(a));
    const second = at(end.x + handle * Math.sin(b), end.y - handle * Math.cos(b));
    return `b ${first} ${second} ${at(end.x, end.y)}`;
  }).join(' ');
}

/** The short way round from one direction to another. */
const turnBetween = (from: number, to: number): number => Math.atan2(Math.sin(to - from), Math.cos(to - from));

/** A closed outline of straight lines, clockwise: outlines that run opposite ways would cut holes where they overlap. */
export function polygon(points: readonly PointPx[]): Path {
  let doubleArea = 0;
  points.forEach((point, i) => {
    const next = points[(i + 1) % points.length];
    doubleArea += point.x * next.y - next.x * point.y;
  });
  const [first, ...rest] = doubleArea < 0 ? points.toReversed() : points;
  return `m ${at(first.x, first.y)} l ${rest.map(({ x, y }) => at(x, y)).join(' ')}`;
}

export function disc(centre: PointPx, radius: number): Path {
  return `m ${at(centre.x + radius, centre.y)} ${curve(centre, radius, 0, 2 * Math.PI)}`;
}

/** A line from `a` to `b` with round ends. */
export function capsule(a: PointPx, b: PointPx, width: number): Path {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const radius = width / 2;
  const [startA, startB] = [along(a, radius, angle + Math.PI / 2), along(b, radius, angle - Math.PI / 2)];
  const ends = [curve(a, radius, angle + Math.PI / 2, Math.PI), curve(b, radius, angle - Math.PI / 2, Math.PI)];
  return `m ${at(startA.x, startA.y)} ${ends[0]} l ${at(startB.x, startB.y)} ${ends[1]}`;
}

/** Sector of a disc between two directions, the short way round. */
export function wedge(centre: PointPx, radius: number, from: number, to: number): Path {
  const turn = turnBetween(from, to);
  const [first, size] = turn > 0 ? [from, turn] : [to, -turn];
  const start = along(centre, radius, first);
  return `m ${at(centre.x, centre.y)} l ${at(start.x, start.y)} ${curve(centre, radius, first, size)}`;
}

/** The rim of such a sector as a line of the given width. */
export function arc(centre: PointPx, radius: number, width: number, from: number, to: number): Path {
  return band(centre, radius, width, from, turnBetween(from, to));
}

/** A circle as a line of the given width. */
export function ring(centre: PointPx, radius: number, width: number): Path {
  return `${band(centre, radius, width, 0, Math.PI)} ${band(centre, radius, width, Math.PI, Math.PI)}`;
}

function band(centre: PointPx, radius: number, width: number, from: number, turn: number): Path {
  const [first, size] = turn > 0 ? [from, turn] : [from + turn, -turn];
  const [outer, inner] = [radius + width / 2, Math.max(0, radius - width / 2)];
  const [start, back] = [along(centre, outer, first), along(centre, inner, first + size)];
  const there = curve(centre, outer, first, size);
  return `m ${at(start.x, start.y)} ${there} l ${at(back.x, back.y)} ${curve(centre, inner, first + size, -size)}`;
}

export function roundedBox(x: number, y: number, width: number, height: number, cornerRadius: number): Path {
  const r = Math.min(cornerRadius, width / 2, height / 2);
  const quarter = Math.PI / 2;
  const corner = (cx: number, cy: number, from: number): string => curve({ x: cx, y: cy }, r, from, quarter);
  return [
    `m ${at(x + r, y)} l ${at(x + width - r, y)} ${corner(x + width - r, y + r, -quarter)}`,
    `l ${at(x + width, y + height - r)} ${corner(x + width - r, y + height - r, 0)}`,
    `l ${at(x + r, y + height)} ${corner(x + r, y + height - r, quarter)}`,
    `l ${at(x, y + r)} ${corner(x + r, y + r, 2 * quarter)}`,
  ].join(' ');
}
