import type { SideAnalysis } from '../analysis.ts';
import type { DrawingBuilder } from '../drawing/drawing.ts';
import { capsule, type PointPx, wedge } from '../drawing/shape.ts';
import type { Contact } from '../gait/contact.ts';
import { levelled } from '../gait/levelled.ts';
import { shankSeries } from '../metrics/joint-definitions.ts';
import { CubicSpline } from '../signal/cubic-spline.ts';
import { nearestFrame } from '../video/nearest-frame.ts';
import { dashed } from './dashed.ts';
import type { Figure } from './figure.ts';
import { directionOf } from './joint-angle.ts';
import { degreesText, type LabelRow, type LabelText } from './labels.ts';
import { inkColour, neutralColour, sideColour } from './palette.ts';
import { layers, type Style } from './style.ts';
import { type OverlayWords, withSide } from './words/overlay-words.ts';

/**
 * How long, seconds, a landing is told, so that it can be read, and how long it takes to fade. Its line goes earlier: the leg moves on, and a
 * line that no limb belongs to is a riddle.
 */
const heldS = { words: 0.45, line: 0.2 };
const fadeS = 0.12;
/** Fainter than this nothing is drawn. */
const barely = 0.01;

const strikeKey = 'strike';
const overstrideKey = 'overstride';

type ShownLandings = Pick<SideAnalysis, 'tracks' | 'gait' | 'metrics' | 'ground'>;

interface Landing {
  readonly contact: Contact;
  /** Shank against vertical, positive with the ankle ahead of the knee; NaN where it was not seen. */
  readonly overstrideDeg: number;
  readonly strike: { readonly name: string; readonly value: string } | null;
  /** As the foot landed, between two frames of the clip. */
  readonly knee: PointPx | null;
  readonly shankPx: number;
}

/** What is told of each touchdown: how far the foot lands ahead, as a line and an angle, and on which part of it. */
export class Landings {
  readonly #figure: Figure;
  readonly #style: Style;
  readonly #words: OverlayWords;
  readonly #landings: readonly Landing[];
  /** Of the vertical in the picture, and of the way ahead. */
  readonly #down: PointPx;
  readonly #ahead: PointPx;

  constructor(figure: Figure, style: Style, words: OverlayWords, { tracks, gait, metrics, ground }: ShownLandings) {
    this.#figure = figure;
    this.#style = style;
    this.#words = words;
    const tiltDeg = ground.tilted ? (ground.tiltDeg.value ?? 0) : 0;
    const turn = (tracks.facing * tiltDeg * Math.PI) / 180;
    this.#down = { x: Math.sin(turn), y: Math.cos(turn) };
    this.#ahead = { x: tracks.facing * Math.cos(turn), y: -tracks.facing * Math.sin(turn) };
    const level = tiltDeg === 0 ? tracks : levelled(tracks, tiltDeg);
    const shown = metrics.overstrideDeg.value !== null;
    const spline = (side: Contact['side']): CubicSpline => new CubicSpline(tracks.timesS, shankSeries(level, side));
    const shanks = { left: spline('left'), right: spline('right') };
    this.#landings = gait.contacts.map((contact, i) => {
      const { side, touchdownS } = contact;
      const frame = nearestFrame(tracks.timesS, touchdownS);
      const landing = metrics.footLandings[i];
      const footDeg = landing?.footAngleDeg.value ?? null;
      return {
        contact,
        overstrideDeg: shown ? shanks[side].valueAt(touchdownS) : Number.NaN,
        strike:
          landing === undefined || footDeg === null
            ? null
            : { name: words.strikes[landing.pattern ?? 'unclear'], value: degreesText(footDeg) },
        knee: figure.partAt(side, 'knee', touchdownS),
        shankPx: lengthOf(figure.part(side, 'knee', frame), figure.part(side, 'ankle', frame)),
      };
    });
  }

  /** Rows of what can be told of any landing of the clip. */
  rows(): LabelRow[] {
    const named = (names: readonly string[]): string[] =>
      (['left', 'right'] as const).flatMap((side) => names.map((name) => withSide(this.#words, side, name)));
    const figure = this.#figure;
    // Below the row of the ankle.
    const ground = (frame: number): number | null => {
      const ankle = figure.part(figure.near, 'ankle', frame) ?? figure.part(figure.far, 'ankle', frame);
      return ankle && ankle.y + 0.1 * figure.heightPx;
    };
    const row = (key: string, names: readonly string[]): LabelRow => ({
      key,
      names: named(names),
      yPx: ground,
      column: 'second',
    });
    const strikes = [...new Set(this.#landings.flatMap(({ strike }) => (strike ? [strike.name] : [])))];
    return [
      ...(this.#landings.some(({ overstrideDeg }) => Number.isFinite(overstrideDeg))
        ? [row(overstrideKey, [this.#words.overstride])]
        : []),
      ...(strikes.length > 0 ? [row(strikeKey, strikes)] : []),
    ];
  }

  /** Draws the landing that a frame still tells of, if any, and returns its numbers for the rows. */
  draw(drawing: DrawingBuilder, frame: number): ReadonlyMap<string, LabelText> {
    const timeS = this.#figure.tracks.timesS[frame];
    const landing = this.#landings.findLast(({ contact }) => contact.touchdownS <= timeS);
    if (!landing) return new Map();
    const { side, touchdownS } = landing.contact;
    const opacityOf = (held: number): number => Math.min(1, (touchdownS + held - timeS) / fadeS);
    const opacity = opacityOf(heldS.words);
    if (opacity <= barely) return new Map();
    const texts = new Map<string, LabelText>();
    const tell = (key: string, name: string, value: string): void => {
      texts.set(key, { name: withSide(this.#words, side, name), value, colour: sideColour[side], opacity });
    };
    if (Number.isFinite(landing.overstrideDeg)) {
      const ofLine = opacityOf(heldS.line);
      if (ofLine > barely) this.#drawOverstride(drawing, frame, landing, ofLine);
      tell(overstrideKey, this.#words.overstride, degreesText(landing.overstrideDeg));
    }
    if (landing.strike) tell(strikeKey, landing.strike.name, landing.strike.value);
    return texts;
  }

  /** The shank at the angle at which it landed, which is that of no frame, against the vertical through its knee. */
  #drawOverstride(drawing: DrawingBuilder, frame: number, landing: Landing, opacity: number): void {
    const { knee, shankPx: length, overstrideDeg } = landing;
    if (!knee || !(length > 0)) return;
    const span = { from: frame, to: frame + 1 };
    const [down, ahead] = [this.#down, this.#ahead];
    const away = (along: number, across: number): PointPx => ({
      x: knee.x + along * down.x + across * ahead.x,
      y: knee.y + along * down.y + across * ahead.y,
    });
    const angle = (overstrideDeg * Math.PI) / 180;
    const ankle = away(length * Math.cos(angle), length * Math.sin(angle));
    const below = away(1.12 * length, 0);
    const width = 0.42 * this.#style.limbPx;
    const between = wedge(knee, 0.9 * length, directionOf(knee, below), directionOf(knee, ankle));
    drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.32 * opacity }, between);
    const outline = { widthPx: 0.5 * this.#style.haloPx, colour: inkColour, opacity: 0.5 * opacity };
    const lines = [capsule(knee, ankle, width), ...dashed(knee, below, width, 0.09 * length)];
    drawing.shape(span, layers.angles, { fill: neutralColour, opacity: 0.95 * opacity, outline }, ...lines);
  }
}

const lengthOf = (a: PointPx | null, b: PointPx | null): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN;
