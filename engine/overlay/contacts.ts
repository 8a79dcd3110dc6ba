import type { DrawingBuilder } from '../drawing/drawing.ts';
import { arc, capsule, type PointPx, ring, type Shape, triangle } from '../drawing/shape.ts';
import type { Gait } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { nearestFrame } from '../video/nearest-frame.ts';
import { contactAt } from './contact-moments.ts';
import type { Figure, FigurePoint } from './figure.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';

/** How long the ring of a touchdown grows. */
const pulseS = 0.13;
/** How long the marks of touchdown and toe-off stay. */
const markS = 0.2;

/**
 * Draws a bar under a foot while it is in contact, a ring that grows from the landing foot, and on the ground a mark that points down where
 * a foot has just landed and one that points up where it has just left.
 */
export function drawContacts(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  gait: Pick<Gait, 'contacts'>,
  frame: number,
): void {
  const timeS = figure.tracks.timesS[frame];
  for (const side of ['left', 'right'] as const) {
    drawToeOff(drawing, figure, style, gait, side, frame);
    const contact = contactAt(gait, side, timeS);
    const sole = contact ? soleOf(figure, side, frame) : null;
    if (!contact || !sole) continue;
    const span = { from: frame, to: frame + 1 };
    const [back, front] = groundLine(sole, figure, style);
    const outline = { widthPx: style.haloPx, colour: inkColour, opacity: 0.5 };
    const bar = capsule(back, front, 0.9 * style.limbPx);
    drawing.shape(span, layers.contacts, { fill: sideColour[side], opacity: 0.55, blurPx: 1.2 * style.limbPx }, bar);
    drawing.shape(span, layers.contacts, { fill: sideColour[side], outline }, bar);
    const sinceS = timeS - contact.touchdownS;
    const centre = { x: (back.x + front.x) / 2, y: (back.y + front.y) / 2 };
    if (sinceS <= markS) drawMark(drawing, figure, style, side, frame, centre, 'down');
    const age = sinceS / pulseS;
    if (age > 1) continue;
    const radius = (0.035 + 0.05 * age) * figure.heightPx;
    drawing.shape(
      span,
      layers.contacts,
      { fill: neutralColour, opacity: 0.9 * (1 - age) },
      ...ringWithin(figure.size.heightPx, centre, radius, 0.5 * style.limbPx),
    );
  }
}

function drawToeOff(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  { contacts }: Pick<Gait, 'contacts'>,
  side: Side,
  frame: number,
): void {
  const { timesS } = figure.tracks;
  const timeS = timesS[frame];
  const left = contacts.findLast((contact) => contact.side === side && contact.toeOffS < timeS);
  if (!left || timeS - left.toeOffS > markS) return;
  const sole = soleOf(figure, side, nearestFrame(timesS, left.toeOffS));
  if (!sole) return;
  const [, toe] = sole;
  const [{ y }] = groundLine(sole, figure, style);
  drawMark(drawing, figure, style, side, frame, { x: toe.x, y }, 'up');
}

/** A triangle on the ground below a place. */
function drawMark(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  side: Side,
  frame: number,
  { x, y }: PointPx,
  points: 'up' | 'down',
): void {
  // Who stands at the lower edge of the picture has the mark over the bar: the strip below is not the ground.
  const bottom = Math.min(y + 4.2 * style.limbPx, figure.size.heightPx - style.haloPx);
  const top = bottom - 2.6 * style.limbPx;
  const [tip, base] = points === 'up' ? [top, bottom] : [bottom, top];
  const half = 1.7 * style.limbPx;
  const shape = triangle({ x: x - half, y: base }, { x: x + half, y: base }, { x, y: tip });
  const outline = { widthPx: style.haloPx, colour: inkColour, opacity: 0.6 };
  drawing.shape({ from: frame, to: frame + 1 }, layers.contacts, { fill: sideColour[side], outline }, shape);
}

/** Heel and toe, or twice the ankle for networks without feet; null where they are not known. */
function soleOf(figure: Figure, side: Side, frame: number): readonly [FigurePoint, FigurePoint] | null {
  const [heel, toe] = [figure.part(side, 'heel', frame), figure.part(side, 'toe', frame)];
  if (heel && toe) return [heel, toe];
  const ankle = figure.part(side, 'ankle', frame);
  return ankle ? [ankle, ankle] : null;
}

/** A ring, or what of it lies above the lower edge of the picture. */
function ringWithin(heightPx: number, centre: PointPx, radius: number, width: number): Shape[] {
  // A little less: sizes are rounded.
  const below = heightPx - centre.y - width / 2 - 0.1;
  if (below >= radius) return [ring(centre, radius, width)];
  const dip = Math.asin(Math.max(-1, below / radius));
  const top = 1.5 * Math.PI;
  return [arc(centre, radius, width, Math.PI - dip, top), arc(centre, radius, width, top, 2 * Math.PI + dip)];
}

function groundLine(
  [heel, toe]: readonly [PointPx, PointPx],
  { size }: Figure,
  style: Style,
): readonly [PointPx, PointPx] {
  const lowest = size.heightPx - 0.45 * style.limbPx - style.haloPx;
  const y = Math.min(lowest, Math.max(heel.y, toe.y) + 2.4 * style.limbPx);
  const pad = 1.5 * style.limbPx;
  return [
    { x: Math.min(heel.x, toe.x) - pad, y },
    { x: Math.max(heel.x, toe.x) + pad, y },
  ];
}
