import type { Analysis } from '../analysis.ts';
import { type Drawing, DrawingBuilder } from '../drawing/drawing.ts';
import type { Gait } from '../gait/contact.ts';
import { nearestFrame } from '../video/nearest-frame.ts';
import type { SizePx } from '../video/video.ts';
import { drawContacts } from './contacts.ts';
import { Figure } from './figure.ts';
import { type Cell, drawHeadline, drawNotice } from './headline.ts';
import type { PictureSide } from './label-columns.ts';
import { type LabelRow, Labels, type LabelText } from './labels.ts';
import { layOut } from './layout.ts';
import { drawSkeleton } from './skeleton.ts';
import { type Style, styleOf } from './style.ts';
import { Timeline } from './timeline.ts';
import type { OverlayWords } from './words/overlay-words.ts';

/** What is shown of every clip. */
export interface ShownClip extends Pick<Analysis, 'video' | 'tracks' | 'view'> {
  readonly contacts: Gait['contacts'];
  /** The headline's numbers. */
  readonly cells: readonly Cell[];
  /** What stands in their place when there is none. */
  readonly notice: string;
  readonly words: OverlayWords;
}

/** How large the clip's picture is in the video, and which frames are shown: the others get no items of their own. */
export interface DrawingOptions {
  readonly picture: SizePx;
  /** Every n-th frame is, of each of these numbers. */
  readonly frameSteps: readonly number[];
}

/** What a view alone shows of a runner. */
export interface ViewLayer {
  readonly rows: readonly LabelRow[];
  /** Where numbers stand when both sides have room. */
  readonly preferred: PictureSide;
  /** Draws one frame of the tracks and returns what the rows say. */
  draw(drawing: DrawingBuilder, frame: number): ReadonlyMap<string, LabelText>;
}

/**
 * Draws a clip: the strip with numbers and timeline under the picture, and in each frame contacts, skeleton and what its view adds.
 *
 * @param viewLayer Null for a clip that no number is taken from: it is drawn plainly.
 */
export function drawFrameByFrame(
  { video, tracks, view, contacts, cells, notice, words }: ShownClip,
  { picture, frameSteps }: DrawingOptions,
  viewLayer: ((figure: Figure, style: Style) => ViewLayer) | null,
): Drawing {
  const moment = { read: -1, shown: -1 };
  const figure = new Figure(tracks, picture, view);
  const style = styleOf(figure);
  const layer = viewLayer?.(figure, style);
  const labels = layer && new Labels(figure, style, layer.rows, layer.preferred);
  const strip = layOut(picture, {
    headline: cells.length > 0,
    labelUnits: labels?.stripUnits ?? 0,
    timeline: contacts.length > 0,
  });
  const drawing = new DrawingBuilder(
    strip.size,
    ({ from, to }) =>
      from === moment.read && to === from + 1
        ? { from: moment.shown, to: moment.shown + 1 }
        : { from: clipFrame(video, tracks, from), to: clipFrame(video, tracks, to) },
    picture,
    words.script,
  );
  const all = { from: 0, to: tracks.frameCount };
  if (cells.length > 0) drawHeadline(drawing, strip.unitPx, strip.headline, cells, all);
  else drawNotice(drawing, strip.unitPx, strip.headline, notice, all);
  const timeline =
    strip.timeline &&
    new Timeline({ unitPx: strip.unitPx, box: strip.timeline, words }, { contacts }, tracks.timesS, video.durationS);
  timeline?.drawStrip(drawing);
  const labelStrip = strip.labels && { box: strip.labels, unitPx: strip.unitPx };
  for (let shown = 0; shown < video.frameTimesS.length; shown++) {
    if (!frameSteps.some((step) => shown % step === 0)) continue;
    const frame = nearestFrame(tracks.timesS, video.frameTimesS[shown]);
    moment.read = frame;
    moment.shown = shown;
    drawContacts(drawing, figure, style, { contacts }, frame);
    drawSkeleton(drawing, figure, style, frame);
    if (layer) labels?.draw(drawing, frame, layer.draw(drawing, frame), labelStrip);
    timeline?.drawMoment(drawing, frame);
  }
  if (layer && !labelStrip) labels?.finish(drawing);
  return drawing.build();
}

/** The clip's frame at which a frame of the tracks was taken: not every frame can be decoded, nor is each one read. */
function clipFrame(
  { frameTimesS }: Analysis['video'],
  { timesS, frameCount }: Analysis['tracks'],
  frame: number,
): number {
  return frame < frameCount ? nearestFrame(frameTimesS, timesS[frame]) : frameTimesS.length;
}
