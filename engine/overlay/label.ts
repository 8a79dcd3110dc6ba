import type { DrawingBuilder } from '../drawing/drawing.ts';
import type { PointPx } from '../drawing/shape.ts';
import type { Figure } from './figure.ts';
import { inkColour, neutralColour } from './palette.ts';
import { layers, type Style } from './style.ts';

/** Draws a number beside the figure, moved off the runner's face and into the picture. */
export function drawLabel(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  frame: number,
  at: PointPx,
  text: string,
  opacity: number,
): void {
  const size = style.angleTextPx;
  const look = {
    sizePx: size,
    colour: neutralColour,
    opacity,
    bold: true,
    outline: { widthPx: 0.11 * size, colour: inkColour, opacity: 0.75 },
  };
  const clear = clearOfHead(at, figure.head(frame), figure.headRadiusPx + size);
  const halfWidth = 0.3 * size * text.length;
  const inside = {
    x: within(clear.x, halfWidth, figure.size.widthPx - halfWidth),
    y: within(clear.y, size, figure.size.heightPx - size),
  };
  drawing.text({ from: frame, to: frame + 1 }, layers.labels, look, inside, text);
}

function clearOfHead(at: PointPx, head: PointPx | null, radius: number): PointPx {
  if (!head) return at;
  const away = Math.hypot(at.x - head.x, at.y - head.y);
  if (away >= radius || away === 0) return at;
  const factor = radius / away;
  return { x: head.x + (at.x - head.x) * factor, y: head.y + (at.y - head.y) * factor };
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
