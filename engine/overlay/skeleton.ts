import type { Colour, DrawingBuilder, ShapeLook } from '../drawing/drawing.ts';
import { capsule, disc, type Shape } from '../drawing/shape.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { dashed } from './dashed.ts';
import type { Figure, FigurePoint, Part } from './figure.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';

const limbs: readonly (readonly [Part, Part])[] = [
  ['shoulder', 'elbow'],
  ['elbow', 'wrist'],
  ['hip', 'knee'],
  ['knee', 'ankle'],
];
const joints: readonly Part[] = ['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'];

/** The side behind the body is thinner and broken into dashes, so that it is told apart without its colour as well. */
const farLook = { opacity: 0.85, width: 0.72, dash: 2.6 };
const filledOpacity = 0.35;

/** Draws limbs, trunk, feet and joints of one frame. Lines to a point that was filled over a gap are faint. */
export function drawSkeleton(drawing: DrawingBuilder, figure: Figure, style: Style, frame: number): void {
  const span = { from: frame, to: frame + 1 };
  for (const side of [figure.far, figure.near]) {
    const isNear = figure.isNear(side);
    const lines = [...limbLines(figure, side, frame), ...footLines(figure, side, frame)];
    const layer = isNear ? layers.near : layers.far;
    drawLines(drawing, frame, lines, layer, sideColour[side], isNear ? null : farLook, style);
    const seen = joints
      .map((part) => figure.part(side, part, frame))
      .filter((point) => point !== null)
      .filter((point) => point.seen);
    const look: ShapeLook = {
      fill: isNear ? neutralColour : sideColour[side],
      outline: {
        widthPx: 0.35 * style.limbPx,
        colour: isNear ? sideColour[side] : inkColour,
        opacity: isNear ? 1 : 0.4,
      },
    };
    const radius = (isNear ? 1 : 0.8) * style.jointPx;
    drawing.shape(span, isNear ? layers.joints : layers.far, look, ...seen.map((point) => disc(point, radius)));
  }
  drawLines(drawing, frame, trunkLines(figure, frame), layers.trunk, neutralColour, null, style);
}

type Line = readonly [FigurePoint | null, FigurePoint | null];

const limbLines = (figure: Figure, side: Side, frame: number): Line[] =>
  limbs.map(([from, to]) => [figure.part(side, from, frame), figure.part(side, to, frame)]);

function footLines(figure: Figure, side: Side, frame: number): Line[] {
  const [ankle, heel, toe] = (['ankle', 'heel', 'toe'] as const).map((part) => figure.part(side, part, frame));
  return [
    [ankle, heel],
    [heel, toe],
    [ankle, toe],
  ];
}

function trunkLines(figure: Figure, frame: number): Line[] {
  const shoulder = figure.middle('shoulder', frame);
  return [
    [shoulder, figure.middle('hip', frame)],
    [shoulder, figure.middle('ear', frame) ?? figure.point('nose', frame)],
    [figure.part('left', 'shoulder', frame), figure.part('right', 'shoulder', frame)],
    [figure.part('left', 'hip', frame), figure.part('right', 'hip', frame)],
  ];
}

function drawLines(
  drawing: DrawingBuilder,
  frame: number,
  lines: readonly Line[],
  layer: number,
  fill: Colour,
  far: typeof farLook | null,
  style: Style,
): void {
  const solid: Shape[] = [];
  const faint: Shape[] = [];
  const width = (far?.width ?? 1) * style.limbPx;
  for (const [a, b] of lines) {
    if (!a || !b) continue;
    const shapes = far ? dashed(a, b, width, far.dash * style.limbPx) : [capsule(a, b, width)];
    (a.seen && b.seen ? solid : faint).push(...shapes);
  }
  const opacity = far?.opacity ?? 1;
  const span = { from: frame, to: frame + 1 };
  const outline = { widthPx: style.haloPx, colour: inkColour, opacity: 0.5 * opacity };
  drawing.shape(span, layer, { fill, opacity: filledOpacity * opacity, outline }, ...faint);
  drawing.shape(span, layer, { fill, opacity, outline }, ...solid);
}
