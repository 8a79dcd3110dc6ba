import type { DrawingBuilder } from '../drawing/drawing.ts';
import { arc, capsule, type PointPx, type Shape, wedge } from '../drawing/shape.ts';
import type { Side } from '../pose/keypoint-names.ts';
import type { Figure, Part } from './figure.ts';
import { directionOf, interiorAngleDeg } from './joint-angle.ts';
import { drawLabel } from './label.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';

interface ShownAngle {
  readonly joint: Part;
  readonly above: Part;
  readonly below: Part;
  /** Where the number stands, text sizes ahead of the joint (negative: behind): outside the bend, off the limbs. */
  readonly labelAhead: number;
}

const knee: ShownAngle = { joint: 'knee', above: 'hip', below: 'ankle', labelAhead: 1.4 };
const nearAngles: readonly ShownAngle[] = [
  knee,
  { joint: 'hip', above: 'shoulder', below: 'knee', labelAhead: -1.9 },
  { joint: 'ankle', above: 'knee', below: 'toe', labelAhead: -1.4 },
  { joint: 'elbow', above: 'shoulder', below: 'wrist', labelAhead: -1.4 },
];

/** Knees closer together than this share of the body height would print over each other. */
const kneesApart = 0.13;

interface DrawnAngle {
  readonly wedge: Shape;
  readonly arc: Shape;
  readonly label: string;
  readonly labelAt: PointPx;
}

/** Draws the near side's joint angles (interior, 180 is straight), the far knee's, and the trunk's lean. */
export function drawAngles(drawing: DrawingBuilder, figure: Figure, style: Style, frame: number): void {
  const near = nearAngles.map((angle) => angleAt(figure, style, frame, figure.near, angle));
  drawAll(drawing, figure, style, frame, near, figure.near);
  const [nearKnee, farKnee] = [figure.part(figure.near, 'knee', frame), figure.part(figure.far, 'knee', frame)];
  if (nearKnee && farKnee && distance(nearKnee, farKnee) > kneesApart * figure.heightPx) {
    drawAll(drawing, figure, style, frame, [angleAt(figure, style, frame, figure.far, knee)], figure.far);
  }
  drawTrunkLean(drawing, figure, style, frame);
}

function drawAll(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  frame: number,
  angles: readonly (DrawnAngle | null)[],
  side: Side,
): void {
  const known = angles.filter((angle) => angle !== null);
  const isNear = side === figure.near;
  const span = { from: frame, to: frame + 1 };
  const fill = isNear ? neutralColour : sideColour[side];
  const wedges = known.map((angle) => angle.wedge);
  const arcs = known.map((angle) => angle.arc);
  drawing.shape(span, layers.angles, { fill, opacity: isNear ? 0.28 : 0.15 }, ...wedges);
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.35 };
  drawing.shape(span, layers.angles, { fill, opacity: isNear ? 0.9 : 0.6, outline }, ...arcs);
  for (const { label, labelAt } of known) drawLabel(drawing, figure, style, frame, labelAt, label, isNear ? 1 : 0.8);
}

/** One angle of one side, or null where a point of it was not seen. */
function angleAt(figure: Figure, style: Style, frame: number, side: Side, shown: ShownAngle): DrawnAngle | null {
  const [vertex, above, below] = [shown.joint, shown.above, shown.below].map((part) => figure.part(side, part, frame));
  if (!vertex?.seen || !above?.seen || !below?.seen) return null;
  const radius = Math.min(style.arcPx, 0.4 * distance(vertex, above), 0.45 * distance(vertex, below));
  const [from, to] = [directionOf(vertex, above), directionOf(vertex, below)];
  const reach = Math.sign(shown.labelAhead) * style.limbPx + shown.labelAhead * style.angleTextPx;
  const ahead = (figure.tracks.facing * reach) / Math.max(1, distance(above, below));
  return {
    wedge: wedge(vertex, radius, from, to),
    arc: arc(vertex, radius, 0.3 * style.limbPx, from, to),
    label: `${Math.round(interiorAngleDeg(above, vertex, below))}°`,
    labelAt: { x: vertex.x + ahead * (below.y - above.y), y: vertex.y - ahead * (below.x - above.x) },
  };
}

const dashes = [0.3, 0.45, 0.6, 0.75, 0.9, 1.05];

/** The trunk against a vertical through the hips. */
function drawTrunkLean(drawing: DrawingBuilder, figure: Figure, style: Style, frame: number): void {
  const [hip, shoulder] = [figure.middle('hip', frame), figure.middle('shoulder', frame)];
  if (!hip?.seen || !shoulder?.seen) return;
  const span = { from: frame, to: frame + 1 };
  const trunk = distance(hip, shoulder);
  const above = (share: number): PointPx => ({ x: hip.x, y: hip.y - share * trunk });
  const vertical = dashes.map((share) => capsule(above(share), above(share + 0.08), 0.3 * style.limbPx));
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.35 };
  drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.8, outline }, ...vertical);
  const between = wedge(hip, 0.9 * trunk, -Math.PI / 2, directionOf(hip, shoulder));
  drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.25 }, between);
  const leanDeg = (Math.atan2((shoulder.x - hip.x) * figure.tracks.facing, hip.y - shoulder.y) * 180) / Math.PI;
  const labelAt = { x: hip.x - figure.tracks.facing * 2.6 * style.angleTextPx, y: hip.y - 0.8 * trunk };
  drawLabel(drawing, figure, style, frame, labelAt, `lean ${Math.round(leanDeg)}°`, 1);
}

const distance = (a: PointPx, b: PointPx): number => Math.hypot(a.x - b.x, a.y - b.y);
