import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import type { SlowMotion } from '../video/telling-frame.ts';
import { timelineHeaderY, unitPxOf } from './layout.ts';
import { neutralColour } from './palette.ts';
import { layers } from './style.ts';
import type { OverlayWords } from './words/overlay-words.ts';

/** A stride is shown once more this many times as long. */
const factor = 4;

/** The slow motion of a clip of which the video shows every `frameStep`-th frame: of more frames, where there are more. */
export function slowMotionOf(drawing: Drawing, frameStep: number, words: OverlayWords): SlowMotion {
  const unitPx = unitPxOf(drawing.picture);
  const badge = new DrawingBuilder(drawing.size, undefined, undefined, words.script);
  const look = { sizePx: 21 * unitPx, colour: neutralColour, bold: true };
  const at = { x: drawing.size.widthPx / 2, y: timelineHeaderY(drawing.size, unitPx) };
  badge.text({ from: 0, to: 1 }, layers.panelTop, look, at, `${words.slowMotion} 1/${factor}`);
  return { factor, frameStep: slowFrameStep(frameStep), drawing: badge.build() };
}

/** Every how many frames of the clip are shown while it runs slowly. */
export const slowFrameStep = (frameStep: number): number => Math.max(1, Math.round(frameStep / factor));
