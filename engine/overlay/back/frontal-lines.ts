import type { DrawingBuilder } from '../../drawing/drawing.ts';
import { capsule, type PointPx } from '../../drawing/shape.ts';
import type { Contact } from '../../gait/contact.ts';
import type { FrontalFrameAngles } from '../../metrics/frontal-frame-angles.ts';
import { otherSide, type Side } from '../../pose/keypoint-names.ts';
import type { Figure } from '../figure.ts';
import { inkColour, neutralColour, sideColour } from '../palette.ts';
import { layers, type Style } from '../style.ts';

/** How far the pelvis line goes on beyond the hips, in hip widths. */
const overhang = 0.55;

/**
 * Draws, of each leg that stands, the pelvis line against the level and the knee's angle. Lines and numbers are those that are
 * reported, with the network's habits taken off, and so may leave the drawn hips.
 *
 * @param rollDeg Turn of the level in the picture, clockwise positive.
 */
export function drawFrontalLines(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  { angles, rollDeg }: { readonly angles: FrontalFrameAngles; readonly rollDeg: number },
  standing: readonly Contact[],
  frame: number,
): void {
  for (const { side } of standing) {
    drawPelvis(drawing, figure, style, side, { dropDeg: angles.pelvicDrop[side][frame], rollDeg }, frame);
    drawKnee(drawing, figure, style, side, angles.kneeAdduction[side][frame], frame);
  }
}

function drawPelvis(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  stance: Side,
  { dropDeg, rollDeg }: { readonly dropDeg: number; readonly rollDeg: number },
  frame: number,
): void {
  const [own, other] = [stance, otherSide(stance)].map((side) => figure.part(side, 'hip', frame));
  if (!own?.seen || !other?.seen || !Number.isFinite(dropDeg)) return;
  const span = { from: frame, to: frame + 1 };
  const middle = between(own, other, 0.5);
  const half = (0.5 + overhang) * Math.hypot(other.x - own.x, other.y - own.y);
  const towardsSwing = Math.sign(other.x - own.x) || 1;
  const onLine = (share: number, tiltDeg: number): PointPx => ({
    x: middle.x + share * half * Math.cos(radians(tiltDeg)),
    y: middle.y + share * half * Math.sin(radians(tiltDeg)),
  });
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.45 };
  const level = [-1, -0.6, -0.2, 0.2, 0.6].map((at) =>
    capsule(onLine(at, rollDeg), onLine(at + 0.22, rollDeg), 0.3 * style.limbPx),
  );
  drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.7, outline }, ...level);
  const tiltDeg = rollDeg + towardsSwing * dropDeg;
  const line = capsule(onLine(-1, tiltDeg), onLine(1, tiltDeg), 0.55 * style.limbPx);
  drawing.shape(span, layers.angles, { fill: sideColour[stance], outline }, line);
}

function drawKnee(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  side: Side,
  adductionDeg: number,
  frame: number,
): void {
  const [hip, knee, ankle] = (['hip', 'knee', 'ankle'] as const).map((part) => figure.part(side, part, frame));
  if (!hip?.seen || !knee?.seen || !ankle?.seen || !Number.isFinite(adductionDeg)) return;
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.4 };
  // The thigh, drawn on: the shank's way off it is the angle.
  const drawnOn = [1.08, 1.28, 1.48, 1.68].map((share) =>
    capsule(between(hip, knee, share), between(hip, knee, share + 0.1), 0.3 * style.limbPx),
  );
  const look = { fill: neutralColour, opacity: 0.8, outline };
  drawing.shape({ from: frame, to: frame + 1 }, layers.angles, look, ...drawnOn);
}

const radians = (deg: number): number => (deg * Math.PI) / 180;

const between = (a: PointPx, b: PointPx, share: number): PointPx => ({
  x: a.x + share * (b.x - a.x),
  y: a.y + share * (b.y - a.y),
});
