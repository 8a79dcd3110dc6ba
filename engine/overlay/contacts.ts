import type { DrawingBuilder } from '../drawing/drawing.ts';
import { capsule, type PointPx, ring } from '../drawing/shape.ts';
import type { Gait } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { contactAt } from './contact-moments.ts';
import type { Figure, FigurePoint } from './figure.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';

/** How long the ring of a touchdown grows. */
const pulseS = 0.13;

/** Draws a bar under a foot while it is in contact, and a ring that grows from the landing foot. */
export function drawContacts(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  gait: Pick<Gait, 'contacts'>,
  frame: number,
): void {
  const timeS = figure.tracks.timesS[frame];
  for (const side of ['left', 'right'] as const) {
    const contact = contactAt(gait, side, timeS);
    const sole = contact ? soleOf(figure, side, frame) : null;
    if (!contact || !sole) continue;
    const span = { from: frame, to: frame + 1 };
    const [back, front] = groundLine(sole, style);
    const outline = { widthPx: style.haloPx, colour: inkColour, opacity: 0.5 };
    const bar = capsule(back, front, 0.9 * style.limbPx);
    drawing.shape(span, layers.contacts, { fill: sideColour[side], opacity: 0.55, blurPx: 1.2 * style.limbPx }, bar);
    drawing.shape(span, layers.contacts, { fill: sideColour[side], outline }, bar);
    const age = (timeS - contact.touchdownS) / pulseS;
    if (age > 1) continue;
    const centre = { x: (back.x + front.x) / 2, y: (back.y + front.y) / 2 };
    const radius = (0.035 + 0.05 * age) * figure.heightPx;
    drawing.shape(
      span,
      layers.contacts,
      { fill: neutralColour, opacity: 0.9 * (1 - age) },
      ring(centre, radius, 0.5 * style.limbPx),
    );
  }
}

/** Heel and toe, or twice the ankle for networks without feet; null where they are not known. */
function soleOf(figure: Figure, side: Side, frame: number): readonly [FigurePoint, FigurePoint] | null {
  const [heel, toe] = [figure.part(side, 'heel', frame), figure.part(side, 'toe', frame)];
  if (heel && toe) return [heel, toe];
  const ankle = figure.part(side, 'ankle', frame);
  return ankle ? [ankle, ankle] : null;
}

function groundLine([heel, toe]: readonly [PointPx, PointPx], style: Style): readonly [PointPx, PointPx] {
  const y = Math.max(heel.y, toe.y) + 2.4 * style.limbPx;
  const pad = 1.5 * style.limbPx;
  return [
    { x: Math.min(heel.x, toe.x) - pad, y },
    { x: Math.max(heel.x, toe.x) + pad, y },
  ];
}
