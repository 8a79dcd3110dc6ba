import type { DrawingBuilder } from '../../drawing/drawing.ts';
import { capsule } from '../../drawing/shape.ts';
import type { RearfootObservation } from '../../rearfoot/rearfoot-observation.ts';
import type { Figure } from '../figure.ts';
import { inkColour, neutralColour } from '../palette.ts';
import { layers, type Style } from '../style.ts';

/** Draws the midlines of lower leg and heel as they were found in this very picture. */
export function drawHeelLines(
  drawing: DrawingBuilder,
  figure: Figure,
  style: Style,
  feet: readonly RearfootObservation[],
  frame: number,
): void {
  const span = { from: frame, to: frame + 1 };
  const outline = { widthPx: 0.5 * style.haloPx, colour: inkColour, opacity: 0.6 };
  for (const observation of feet) {
    const { shankLine, heelLine } = observation;
    if (observation.frame !== frame || shankLine === null || heelLine === null) continue;
    const lines = [shankLine, heelLine].map(({ top, bottom }) =>
      capsule(figure.placed(top), figure.placed(bottom), 0.4 * style.limbPx),
    );
    drawing.shape(span, layers.angles, { fill: neutralColour, outline }, ...lines);
  }
}
