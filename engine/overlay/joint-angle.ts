import type { PointPx } from '../drawing/shape.ts';

/** Interior angle at `vertex` between the directions to `a` and `b`, degrees, 0 to 180. */
export function interiorAngleDeg(a: PointPx, vertex: PointPx, b: PointPx): number {
  const [ax, ay, bx, by] = [a.x - vertex.x, a.y - vertex.y, b.x - vertex.x, b.y - vertex.y];
  return (Math.atan2(Math.abs(ax * by - ay * bx), ax * bx + ay * by) * 180) / Math.PI;
}

/** Direction from one point to another, radians clockwise from the x axis. */
export const directionOf = (from: PointPx, to: PointPx): number => Math.atan2(to.y - from.y, to.x - from.x);
