import type { DrawingBuilder, FrameSpan } from '../drawing/drawing.ts';
import { roundedBox } from '../drawing/shape.ts';
import type { Measured } from '../metrics/measured.ts';
import type { SideViewMetrics } from '../metrics/side-view-metrics.ts';
import type { Box } from './layout.ts';
import { inkColour, mutedColour, neutralColour } from './palette.ts';
import { layers, type Style } from './style.ts';

/** One number of the headline. */
export interface Cell {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

/** The headline's numbers, those that were measured. */
export function headlineCells(metrics: SideViewMetrics): Cell[] {
  return [
    cell('CADENCE', metrics.cadenceSpm, 'spm', 1, 0),
    cell('CONTACT', metrics.contactTimeMs, 'ms', 1, 0),
    cell('FLIGHT', metrics.flightTimeMs, 'ms', 1, 0),
    cell('DUTY', metrics.dutyFactor, '%', 100, 0),
    cell('SPEED', metrics.speedMps, 'm/s', 1, 2),
  ].filter((entry) => entry !== null);
}

/** One number, or null where it was withheld. */
export function cell(
  label: string,
  { value, halfWidth }: Measured,
  unit: string,
  factor: number,
  digits: number,
): Cell | null {
  if (value === null) return null;
  const margin =
    halfWidth === null ? '' : ` ±${(halfWidth * factor).toFixed(Math.max(digits, halfWidth * factor < 1 ? 1 : 0))}`;
  return { label, value: (value * factor).toFixed(digits), unit: `${unit}${margin}` };
}

/** Draws the numbers of the whole clip, once for all its frames. */
export function drawHeadline(
  drawing: DrawingBuilder,
  style: Style,
  box: Box,
  cells: readonly Cell[],
  span: FrameSpan,
): void {
  if (cells.length === 0) return;
  const unit = style.unitPx;
  const panel = roundedBox(box.x, box.y, box.width, box.height, 14 * unit);
  drawing.shape(span, layers.panel, { fill: inkColour, opacity: 0.62 }, panel);
  const width = box.width / cells.length;
  cells.forEach(({ label, value, unit: unitText }, i) => {
    const x = box.x + (i + 0.5) * width;
    const line = (offset: number): { x: number; y: number } => ({ x, y: box.y + box.height / 2 + offset * unit });
    const labelLook = { sizePx: 13.5 * unit, colour: mutedColour, bold: true };
    drawing.text(span, layers.panelTop, labelLook, line(-25), label);
    drawing.text(span, layers.panelTop, { sizePx: 33 * unit, colour: neutralColour, bold: true }, line(1), value);
    drawing.text(span, layers.panelTop, { sizePx: 14.5 * unit, colour: mutedColour }, line(26), unitText);
    if (i > 0) {
      const rule = roundedBox(x - width / 2, box.y + 18 * unit, unit, box.height - 36 * unit, 0.5 * unit);
      drawing.shape(span, layers.panelTop, { fill: mutedColour, opacity: 0.3 }, rule);
    }
  });
}
