import { keypointNames } from '../pose/keypoint-names.ts';
import type { Figure } from './figure.ts';
import type { Box } from './layout.ts';

/** Keypoints lie inside the body: hands, soles and clothes reach beyond them by about this share of its height. */
const beyondShare = 0.03;

/** The box round the runner in one frame, head, hands and feet included; null where no keypoint is known. */
export function bodyBox(figure: Figure, frame: number): Box | null {
  const beyond = beyondShare * figure.heightPx;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (x: number, y: number, reach: number): void => {
    left = Math.min(left, x - reach);
    right = Math.max(right, x + reach);
    top = Math.min(top, y - reach);
    bottom = Math.max(bottom, y + reach);
  };
  for (const name of keypointNames) {
    const point = figure.point(name, frame);
    if (point) include(point.x, point.y, beyond);
  }
  const head = figure.head(frame);
  if (head) include(head.x, head.y, figure.headRadiusPx);
  return right < left ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
