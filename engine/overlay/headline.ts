import type { Colour, DrawingBuilder, FrameSpan } from '../drawing/drawing.ts';
import { roundedBox } from '../drawing/shape.ts';
import { textWidthPx } from '../drawing/text-width.ts';
import type { Measured } from '../metrics/measured.ts';
import type { SideViewMetrics } from '../metrics/side-view-metrics.ts';
import type { Box } from './layout.ts';
import { mutedColour, neutralColour } from './palette.ts';
import { layers } from './style.ts';
import { numberText, type OverlayWords } from './words/overlay-words.ts';

/** One number of the headline. */
export interface Cell {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

/** The headline's numbers, those that were measured. */
export function headlineCells(metrics: SideViewMetrics, words: OverlayWords): Cell[] {
  return [
    cell(words, words.cadence, metrics.cadenceSpm, words.cadenceUnit, 1, 0),
    cell(words, words.contact, metrics.contactTimeMs, 'ms', 1, 0),
    cell(words, words.flight, metrics.flightTimeMs, 'ms', 1, 0),
    cell(words, words.dutyFactor, metrics.dutyFactor, '%', 100, 0),
    cell(words, words.speed, metrics.speedMps, 'm/s', 1, 2),
  ].filter((entry) => entry !== null);
}

/** One number, or null where it was withheld. */
export function cell(
  words: Pick<OverlayWords, 'decimal'>,
  label: string,
  { value, halfWidth }: Measured,
  unit: string,
  factor: number,
  digits: number,
): Cell | null {
  if (value === null) return null;
  const half = halfWidth === null ? null : halfWidth * factor;
  const margin = half === null ? '' : ` ±${numberText(words, half, Math.max(digits, half < 1 ? 1 : 0))}`;
  return { label, value: numberText(words, value * factor, digits), unit: `${unit}${margin}` };
}

/** Sizes and heights in units of the strip. */
const lines = { label: { size: 20, at: -29 }, value: { size: 38, at: 0 }, unit: { size: 20, at: 29 } };
/** Share of a cell's width that a line may take. */
const cellShare = 0.88;

/** Draws the numbers of the whole clip, once for all its frames. */
export function drawHeadline(
  drawing: DrawingBuilder,
  unitPx: number,
  box: Box,
  cells: readonly Cell[],
  span: FrameSpan,
): void {
  const width = box.width / cells.length;
  cells.forEach(({ label, value, unit }, i) => {
    const x = box.x + (i + 0.5) * width;
    const write = (text: string, { size, at }: { size: number; at: number }, colour: Colour): void => {
      const look = { sizePx: size * unitPx, colour, bold: true };
      const factor = Math.min(1, (cellShare * width) / textWidthPx(text, look));
      const place = { x, y: box.y + box.height / 2 + at * unitPx };
      drawing.text(span, layers.panelTop, { ...look, sizePx: factor * look.sizePx }, place, text);
    };
    write(label, lines.label, mutedColour);
    write(value, lines.value, neutralColour);
    write(unit, lines.unit, mutedColour);
    if (i > 0) {
      const rule = roundedBox(x - width / 2, box.y + 18 * unitPx, unitPx, box.height - 36 * unitPx, 0.5 * unitPx);
      drawing.shape(span, layers.panelTop, { fill: mutedColour, opacity: 0.3 }, rule);
    }
  });
}

/** Draws why there are no numbers, in their place. */
export function drawNotice(drawing: DrawingBuilder, unitPx: number, box: Box, text: string, span: FrameSpan): void {
  const look = { sizePx: 25 * unitPx, colour: neutralColour, bold: true };
  const factor = Math.min(1, box.width / textWidthPx(text, look));
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  drawing.text(span, layers.panelTop, { ...look, sizePx: factor * look.sizePx }, place, text);
}
