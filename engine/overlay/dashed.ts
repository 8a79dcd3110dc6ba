import { capsule, type PointPx, type Shape } from '../drawing/shape.ts';

/** A broken line from `a` to `b`: dashes of about a length, gaps as long as what is left of it, an end of the line at each point. */
export function dashed(a: PointPx, b: PointPx, widthPx: number, dashPx: number): Shape[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const count = Math.max(1, Math.round((length / dashPx + 1) / 2));
  const step = count === 1 ? 0 : (length - dashPx) / (count - 1);
  const at = (px: number): PointPx => {
    const share = length === 0 ? 0 : px / length;
    return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
  };
  const dash = Math.min(length, dashPx);
  // Round ends reach beyond a dash by half of its width.
  const end = Math.min(widthPx / 2, dash / 2);
  return Array.from({ length: count }, (_, i) => capsule(at(i * step + end), at(i * step + dash - end), widthPx));
}
