import type { DrawingBuilder } from '../drawing/drawing.ts';
import { arc, type PointPx, type Shape, wedge } from '../drawing/shape.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { dashed } from './dashed.ts';
import type { Figure, Part } from './figure.ts';
import { directionOf, interiorAngleDeg } from './joint-angle.ts';
import { degreesText, type LabelRow, type LabelText } from './labels.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';
import { type OverlayWords, withSide } from './words/overlay-words.ts';

type AngledJoint = keyof OverlayWords['joints'];

interface ShownAngle {
  readonly joint: AngledJoint;
  readonly above: Part;
  readonly below: Part;
}

const knee: ShownAngle = { joint: 'knee', above: 'hip', below: 'ankle' };
const nearAngles: readonly ShownAngle[] = [
  { joint: 'elbow', above: 'shoulder', below: 'wrist' },
  { joint: 'hip', above: 'shoulder', below: 'knee' },
  knee,
  { joint: 'ankle', above: 'knee', below: 'toe' },
];
const trunkKey = 'trunk';

/** Rows of the near side's joint angles, the far knee's, and the trunk's lean. */
export function angleRows(figure: Figure, words: OverlayWords): LabelRow[] {
  const { near, far } = figure;
  const row = (side: Side, { joint }: ShownAngle): LabelRow => ({
    key: keyOf(side, joint),
    names: [withSide(words, side, words.joints[joint])],
    yPx: (frame) => figure.part(side, joint, frame)?.y ?? null,
    column: 'first',
  });
  const trunk: LabelRow = {
    key: trunkKey,
    names: [words.lean],
    yPx: (frame) => figure.middle('shoulder', frame)?.y ?? null,
    column: 'first',
  };
  return [trunk, ...nearAngles.map((angle) => row(near, angle)), row(far, knee)];
}

/** Draws the angles of one frame at their joints; their numbers (interior angles, 180 is straight) are returned for the rows. */
export function drawAngles(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  words: OverlayWords,
  frame: number,
): ReadonlyMap<string, LabelText> {
  const texts = new Map<string, LabelText>();
  const shown = [...nearAngles.map((angle) => [figure.near, angle] as const), [figure.far, knee] as const];
  const drawn = { near: [] as DrawnAngle[], far: [] as DrawnAngle[] };
  for (const [side, angle] of shown) {
    const found = angleAt(figure, style, frame, side, angle);
    if (found) drawn[side === figure.near ? 'near' : 'far'].push(found);
    const name = withSide(words, side, words.joints[angle.joint]);
    texts.set(keyOf(side, angle.joint), { name, value: degreesText(found?.deg), colour: sideColour[side] });
  }
  drawAll(drawing, style, frame, drawn.near, { fill: neutralColour, strength: 1 });
  drawAll(drawing, style, frame, drawn.far, { fill: sideColour[figure.far], strength: 0.6 });
  texts.set(trunkKey, {
    name: words.lean,
    value: degreesText(drawTrunkLean(drawing, figure, style, frame)),
    colour: neutralColour,
  });
  return texts;
}

interface DrawnAngle {
  readonly wedge: Shape;
  readonly arc: Shape;
  readonly deg: number;
}

function drawAll(
  drawing: DrawingBuilder,
  style: Style,
  frame: number,
  angles: readonly DrawnAngle[],
  { fill, strength }: { readonly fill: typeof neutralColour; readonly strength: number },
): void {
  const span = { from: frame, to: frame + 1 };
  const wedges = angles.map((angle) => angle.wedge);
  const arcs = angles.map((angle) => angle.arc);
  drawing.shape(span, layers.angles, { fill, opacity: 0.28 * strength }, ...wedges);
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.35 };
  drawing.shape(span, layers.angles, { fill, opacity: 0.9 * strength, outline }, ...arcs);
}

/** One angle of one side, or null where a point of it was not seen. */
function angleAt(figure: Figure, style: Style, frame: number, side: Side, shown: ShownAngle): DrawnAngle | null {
  const [vertex, above, below] = [shown.joint, shown.above, shown.below].map((part) => figure.part(side, part, frame));
  if (!vertex?.seen || !above?.seen || !below?.seen) return null;
  const radius = Math.min(style.arcPx, 0.4 * distance(vertex, above), 0.45 * distance(vertex, below));
  const [from, to] = [directionOf(vertex, above), directionOf(vertex, below)];
  return {
    wedge: wedge(vertex, radius, from, to),
    arc: arc(vertex, radius, 0.3 * style.limbPx, from, to),
    deg: interiorAngleDeg(above, vertex, below),
  };
}

/** The trunk against a vertical through the hips: degrees, forward positive; null where it was not seen. */
function drawTrunkLean(drawing: DrawingBuilder, figure: Figure, style: Style, frame: number): number | null {
  const [hip, shoulder] = [figure.middle('hip', frame), figure.middle('shoulder', frame)];
  if (!hip?.seen || !shoulder?.seen) return null;
  const span = { from: frame, to: frame + 1 };
  const trunk = distance(hip, shoulder);
  const above = (share: number): PointPx => ({ x: hip.x, y: hip.y - share * trunk });
  const vertical = dashed(above(0.3), above(1.13), 0.3 * style.limbPx, 0.075 * trunk);
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.35 };
  drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.8, outline }, ...vertical);
  const between = wedge(hip, 0.9 * trunk, -Math.PI / 2, directionOf(hip, shoulder));
  drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.25 }, between);
  return (Math.atan2((shoulder.x - hip.x) * figure.tracks.facing, hip.y - shoulder.y) * 180) / Math.PI;
}

const keyOf = (side: Side, joint: Part): string => `${side} ${joint}`;
const distance = (a: PointPx, b: PointPx): number => Math.hypot(a.x - b.x, a.y - b.y);
