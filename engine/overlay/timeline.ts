import type { DrawingBuilder } from '../drawing/drawing.ts';
import { roundedBox, triangle } from '../drawing/shape.ts';
import type { Gait } from '../gait/contact.ts';
import type { Side } from '../pose/keypoint-names.ts';
import { firstFrameFrom } from '../video/nearest-frame.ts';
import { contactAt } from './contact-moments.ts';
import { type Box, headerUnits } from './layout.ts';
import { inkColour, mutedColour, neutralColour, sideColour } from './palette.ts';
import { layers } from './style.ts';
import { numberText, type OverlayWords } from './words/overlay-words.ts';

const sides: readonly Side[] = ['left', 'right'];

/** All contacts, one row a side, over the clip's time. */
export class Timeline {
  readonly #unitPx: number;
  readonly #box: Box;
  readonly #gait: Pick<Gait, 'contacts'>;
  readonly #timesS: Float64Array;
  readonly #durationS: number;
  readonly #words: OverlayWords;

  constructor(
    { unitPx, box, words }: { readonly unitPx: number; readonly box: Box; readonly words: OverlayWords },
    gait: Pick<Gait, 'contacts'>,
    timesS: Float64Array,
    durationS: number,
  ) {
    this.#unitPx = unitPx;
    this.#box = box;
    this.#gait = gait;
    this.#timesS = timesS;
    this.#durationS = durationS;
    this.#words = words;
  }

  /** What stays the same in every frame, and each contact's bar, lit while it lasts. */
  drawStrip(drawing: DrawingBuilder): void {
    const unit = this.#unitPx;
    const all = { from: 0, to: this.#timesS.length };
    for (const side of sides) {
      const middle = this.#rowTop(side) + this.#rowHeight / 2;
      const letter = { sizePx: 21 * unit, colour: sideColour[side], bold: true };
      const at = { x: this.#box.x + 10 * unit, y: middle };
      drawing.text(all, layers.panelTop, letter, at, this.#words.sides[side]);
      const groove = roundedBox(this.#left, middle - 0.75 * unit, this.#width, 1.5 * unit, unit);
      drawing.shape(all, layers.panel, { fill: mutedColour, opacity: 0.25 }, groove);
    }
    for (let second = 1; second < this.#durationS; second++) {
      const tick = roundedBox(
        this.#xAt(second) - 0.5 * unit,
        this.#rowTop('left'),
        unit,
        2 * this.#rowHeight + 4 * unit,
        0,
      );
      drawing.shape(all, layers.panel, { fill: mutedColour, opacity: 0.22 }, tick);
    }
    for (const contact of this.#gait.contacts) {
      const [from, to] = [this.#xAt(contact.touchdownS), this.#xAt(contact.toeOffS)];
      const bar = roundedBox(from, this.#rowTop(contact.side) + unit, to - from, this.#rowHeight - 2 * unit, 4 * unit);
      const lit = { from: firstFrameFrom(this.#timesS, contact.touchdownS), to: this.#frameAfter(contact.toeOffS) };
      const fill = sideColour[contact.side];
      drawing.shape({ from: 0, to: lit.from }, layers.panel, { fill, opacity: 0.42 }, bar);
      drawing.shape({ from: lit.to, to: all.to }, layers.panel, { fill, opacity: 0.9 }, bar);
      const outline = { widthPx: 1.6 * unit, colour: neutralColour, opacity: 0.95 };
      drawing.shape(lit, layers.panelTop, { fill, outline }, bar);
    }
  }

  /** The cursor, the time and the phase of one frame. */
  drawMoment(drawing: DrawingBuilder, frame: number): void {
    const unit = this.#unitPx;
    const span = { from: frame, to: frame + 1 };
    const timeS = this.#timesS[frame];
    const x = this.#xAt(timeS);
    const [top, bottom] = [this.#rowTop('left') - 5 * unit, this.#rowTop('right') + this.#rowHeight + 5 * unit];
    const head = triangle(
      { x: x - 5 * unit, y: top - 5 * unit },
      { x: x + 5 * unit, y: top - 5 * unit },
      { x, y: top + 2 * unit },
    );
    const line = roundedBox(x - unit, top - unit, 2 * unit, bottom - top, unit);
    const outline = { widthPx: unit, colour: inkColour, opacity: 0.6 };
    drawing.shape(span, layers.panelTop, { fill: neutralColour, outline }, head, line);

    const textY = this.#box.y + headerUnits * unit;
    const time = { sizePx: 21 * unit, colour: neutralColour, bold: true, anchor: 'right' } as const;
    const right = this.#box.x + this.#box.width;
    drawing.text(span, layers.panelTop, time, { x: right, y: textY }, `${numberText(this.#words, timeS, 2)} s`);
    const phase = this.#phaseAt(timeS);
    const text = { sizePx: 21 * unit, colour: phase.colour, bold: true, anchor: 'left' } as const;
    drawing.text(span, layers.panelTop, text, { x: this.#box.x, y: textY }, phase.text);
  }

  #phaseAt(timeS: number): { text: string; colour: typeof neutralColour } {
    const standing = sides.filter((side) => contactAt(this.#gait, side, timeS) !== null);
    if (standing.length === 2) return { text: this.#words.phases.both, colour: neutralColour };
    if (standing.length === 1) return { text: this.#words.phases[standing[0]], colour: sideColour[standing[0]] };
    const { contacts } = this.#gait;
    const known =
      contacts.length > 0 && timeS > contacts[0].touchdownS && timeS < contacts[contacts.length - 1].toeOffS;
    return { text: known ? this.#words.phases.none : '', colour: mutedColour };
  }

  get #rowHeight(): number {
    return (this.#box.height - 48 * this.#unitPx) / 2;
  }

  #rowTop(side: Side): number {
    return this.#box.y + 36 * this.#unitPx + (side === 'left' ? 0 : this.#rowHeight + 4 * this.#unitPx);
  }

  get #left(): number {
    return this.#box.x + 28 * this.#unitPx;
  }

  get #width(): number {
    return this.#box.width - 28 * this.#unitPx;
  }

  #xAt(timeS: number): number {
    const share = this.#durationS > 0 ? timeS / this.#durationS : 0;
    return this.#left + this.#width * Math.min(1, Math.max(0, share));
  }

  #frameAfter(timeS: number): number {
    const next = firstFrameFrom(this.#timesS, timeS);
    return this.#timesS[next] === timeS ? next + 1 : next;
  }
}
