import type { Colour, DrawingBuilder } from '../drawing/drawing.ts';
import { roundedBox } from '../drawing/shape.ts';
import { textWidthPx } from '../drawing/text-width.ts';
import type { Figure } from './figure.ts';
import { type ColumnPlace, LabelColumns, type PictureSide } from './label-columns.ts';
import { LabelPlates } from './label-plates.ts';
import type { Box } from './layout.ts';
import { mutedColour, neutralColour } from './palette.ts';
import { layers, type Style } from './style.ts';

/** A number that is shown beside the runner, in a row of its own that it keeps. */
export interface LabelRow {
  readonly key: string;
  /** Every name that it may have: the column is as wide as the widest. */
  readonly names: readonly string[];
  /** The height that it belongs to; the row lies near the mean. */
  readonly yPx: (frame: number) => number | null;
  /** Rows of the second column lie opposite to the first, where there is room, or else in the first. */
  readonly column: 'first' | 'second';
}

/** What a row shows in one frame. */
export interface LabelText {
  readonly name: string;
  readonly value: string;
  readonly colour: Colour;
  /** 1 by default. */
  readonly opacity?: number;
}

/** The widest value. */
const widestValue = '188°';
/**
 * Ways of setting the rows that are tried in order until there is room beside the runner for nearly the whole clip: large and in one line
 * first. In two lines a name stands above its number, which is narrower.
 */
const settings: readonly Setting[] = [1, 0.87, 0.75].flatMap((factor) =>
  ([1, 2] as const).map((lines) => ({ factor, lines })),
);
const enoughRoom = 0.9;
/** Rows in the strip, where there is no room beside the runner: so many beside each other, sizes in units of the strip. */
const perLine = 4;
const stripTextUnits = 20;
const stripLineUnits = 29;
const stripGapUnits = 14;
/** In heights of a line. */
const rowHeights = { 1: 1.42, 2: 2.36 };
const betweenRows = { 1: 0.14, 2: 0.24 };
const padding = 0.32;
const betweenTexts = 0.35;
/** Nearer to the edge of the picture than this many heights of a line no row goes. */
const edge = 0.3;

interface Setting {
  readonly factor: number;
  readonly lines: 1 | 2;
}

/** Heights of rows against the hips, by key. */
type Stack = ReadonlyMap<string, number>;

/**
 * Numbers beside the runner: each in a row of its own, in columns that glide along and cover neither the body nor each other
 * ({@link LabelColumns}). A runner who fills the picture has them in the strip below.
 */
export class Labels {
  readonly #figure: Figure;
  readonly #rows: readonly LabelRow[];
  readonly #plates = new LabelPlates();
  readonly #columns: LabelColumns;
  readonly #isBeside: boolean;
  readonly #textPx: number;
  readonly #lines: Setting['lines'];
  readonly #widths: Readonly<Record<LabelRow['column'], number>>;
  readonly #first: readonly (ColumnPlace | null)[];
  readonly #second: readonly (ColumnPlace | null)[];
  readonly #stacks: Readonly<Record<LabelRow['column'] | 'both', Stack>>;

  /** @param preferred Where the first column stands when both sides have room. */
  constructor(figure: Figure, style: Style, rows: readonly LabelRow[], preferred: PictureSide) {
    this.#figure = figure;
    this.#rows = rows;
    this.#columns = new LabelColumns(figure);
    const roomOf = ({ factor, lines }: Setting): number => {
      const textPx = factor * style.labelTextPx;
      if (rows.length * rowHeights[lines] * textPx + 2 * edge * textPx > figure.size.heightPx) return 0;
      return this.#columns.room(widest(rows, textPx, lines), gapOf(textPx));
    };
    const rooms = settings.map((setting) => ({ setting, room: roomOf(setting) }));
    const roomy = rooms.find(({ room }) => room >= enoughRoom)?.setting;
    this.#isBeside = roomy !== undefined;
    this.#textPx = (roomy?.factor ?? 1) * style.labelTextPx;
    this.#lines = roomy?.lines ?? 1;
    const of = (column: LabelRow['column']): LabelRow[] => rows.filter((row) => row.column === column);
    const widthAt = (column: LabelRow['column']): number => widest(of(column), this.#textPx, this.#lines);
    this.#widths = { first: widthAt('first'), second: widthAt('second') };
    const gap = gapOf(this.#textPx);
    // Rows without room of their own go to the first column, which then has to hold them.
    const both = Math.max(this.#widths.first, this.#widths.second);
    this.#first = this.#columns.place(both, gap, preferred);
    this.#second = this.#columns.opposite(this.#first, this.#widths.second, gap);
    this.#stacks = { first: this.#stack(of('first')), second: this.#stack(of('second')), both: this.#stack(rows) };
  }

  /** Height that the rows need in the strip, in its units; 0 when they stand beside the runner. */
  get stripUnits(): number {
    return this.#isBeside ? 0 : stripLineUnits * Math.ceil(this.#rows.length / perLine) + stripGapUnits;
  }

  /**
   * Draws the rows that have something to show in a frame.
   *
   * @param strip Their place in the strip, when they need one, and its unit.
   */
  draw(
    drawing: DrawingBuilder,
    frame: number,
    texts: ReadonlyMap<string, LabelText>,
    strip: { readonly box: Box; readonly unitPx: number } | null,
  ): void {
    if (strip) this.#drawInStrip(drawing, frame, texts, strip.box, strip.unitPx);
    else {
      this.#drawBeside(drawing, frame, texts);
      this.#plates.next(drawing, frame);
    }
  }

  /** Draws what stays until the end, after the last frame. */
  finish(drawing: DrawingBuilder): void {
    this.#plates.next(drawing, this.#figure.tracks.frameCount);
  }

  #drawInStrip(
    drawing: DrawingBuilder,
    frame: number,
    texts: ReadonlyMap<string, LabelText>,
    box: Box,
    unitPx: number,
  ): void {
    const span = { from: frame, to: frame + 1 };
    const width = (box.width - (perLine - 1) * stripGapUnits * unitPx) / perLine;
    const full = { sizePx: stripTextUnits * unitPx, bold: true };
    const needed = Math.max(...this.#rows.map((row) => widest([row], full.sizePx, 1)));
    const look = { ...full, sizePx: full.sizePx * Math.min(1, width / needed) };
    this.#rows.forEach(({ key }, i) => {
      const text = texts.get(key);
      if (!text) return;
      const x = box.x + (i % perLine) * (width + stripGapUnits * unitPx);
      const y = box.y + (Math.floor(i / perLine) + 0.5) * stripLineUnits * unitPx;
      const { opacity = 1 } = text;
      const name = { ...look, opacity, colour: text.colour, anchor: 'left' as const };
      drawing.text(span, layers.panelTop, name, { x, y }, text.name);
      const colour = text.value === missing ? mutedColour : neutralColour;
      const value = { ...look, opacity, colour, anchor: 'right' as const };
      drawing.text(span, layers.panelTop, value, { x: x + width, y }, text.value);
    });
  }

  #drawBeside(drawing: DrawingBuilder, frame: number, texts: ReadonlyMap<string, LabelText>): void {
    const first = this.#first[frame];
    if (!first) return;
    const second = this.#second[frame];
    const stack = second ? this.#stacks.first : this.#stacks.both;
    const rows = this.#rows.filter((row) => !second || row.column === 'first');
    this.#drawColumn(drawing, frame, first, rows, stack, texts, second ? 'first' : 'both');
    if (!second) return;
    const others = this.#rows.filter((row) => row.column === 'second');
    this.#drawColumn(drawing, frame, second, others, this.#stacks.second, texts, 'second');
  }

  #drawColumn(
    drawing: DrawingBuilder,
    frame: number,
    place: ColumnPlace,
    rows: readonly LabelRow[],
    stack: Stack,
    texts: ReadonlyMap<string, LabelText>,
    column: LabelRow['column'] | 'both',
  ): void {
    const span = { from: frame, to: frame + 1 };
    const size = this.#textPx;
    const height = (rowHeights[this.#lines] - betweenRows[this.#lines]) * size;
    const whole = Math.max(this.#widths.first, this.#widths.second);
    const width = column === 'both' ? whole : this.#widths[column];
    // The first column keeps the room for both; what it shows stands on its side of the runner.
    const x = place.x + (column === 'first' && place.side === 'left' ? whole - width : 0);
    const middle = this.#middle(stack, frame);
    const shown = rows.flatMap(({ key }) => {
      const text = texts.get(key);
      const offset = stack.get(key);
      if (!text || offset === undefined) return [];
      const opacity = place.opacity * (text.opacity ?? 1);
      const y = middle + offset;
      this.#plates.show(key, opacity, roundedBox(x, y - height / 2, width, height, 0.3 * size));
      return [{ ...text, opacity, y }];
    });
    const [left, right] = [x + padding * size, x + width - padding * size];
    const offLine = this.#lines === 1 ? 0 : 0.5 * size;
    for (const { name, value, colour, opacity, y } of shown) {
      const look = { sizePx: size, bold: true, opacity };
      drawing.text(span, layers.labels, { ...look, colour, anchor: 'left' }, { x: left, y: y - offLine }, name);
      const valueColour = value === missing ? mutedColour : neutralColour;
      // In two lines both begin at the same edge, so that they are read as one.
      const at = this.#lines === 1 ? right : left;
      const anchor = this.#lines === 1 ? 'right' : 'left';
      drawing.text(span, layers.labels, { ...look, colour: valueColour, anchor }, { x: at, y: y + offLine }, value);
    }
  }

  /** The height that the stack's offsets count from: the hips', moved so that all rows lie in the picture. */
  #middle(stack: Stack, frame: number): number {
    const offsets = [...stack.values()];
    const half = (rowHeights[this.#lines] / 2 + edge) * this.#textPx;
    const lowest = half - Math.min(...offsets);
    const highest = this.#figure.size.heightPx - half - Math.max(...offsets);
    return Math.max(lowest, Math.min(highest, this.#columns.hipYPx[frame]));
  }

  /** Each row as near to its own mean height as the others let it. */
  #stack(rows: readonly LabelRow[]): Stack {
    const wanted = rows.map((row) => ({ key: row.key, y: this.#meanOffset(row) })).toSorted((a, b) => a.y - b.y);
    const step = rowHeights[this.#lines] * this.#textPx;
    let below = -Infinity;
    const placed = wanted.map(({ key, y }) => {
      below = Math.max(y, below + step);
      return { key, y: below };
    });
    const shift = placed.reduce((sum, { y }, i) => sum + y - wanted[i].y, 0) / Math.max(1, placed.length);
    return new Map(placed.map(({ key, y }) => [key, y - shift]));
  }

  #meanOffset({ yPx }: LabelRow): number {
    let [sum, count] = [0, 0];
    for (let frame = 0; frame < this.#figure.tracks.frameCount; frame++) {
      const y = yPx(frame);
      if (y === null || !Number.isFinite(this.#columns.hipYPx[frame])) continue;
      sum += y - this.#columns.hipYPx[frame];
      count++;
    }
    return count === 0 ? 0 : sum / count;
  }
}

/** What stands where a number is not known. */
const missing = '–';

/** Whole degrees, without a minus before a zero; a dash for what is not known. */
export const degreesText = (deg: number | null | undefined): string =>
  deg === null || deg === undefined || !Number.isFinite(deg) ? missing : `${wholeText(deg)}°`;

/** Rounded, with a true minus. */
export const wholeText = (value: number): string =>
  Math.round(value) < 0 ? `−${-Math.round(value)}` : `${Math.round(value) + 0}`;

/** Between a column and the runner's reach. */
const gapOf = (textPx: number): number => 0.6 * textPx;

function widest(rows: readonly LabelRow[], textPx: number, lines: Setting['lines']): number {
  const look = { sizePx: textPx, bold: true };
  const names = rows.flatMap((row) => row.names.map((name) => textWidthPx(name, look)));
  const [name, value] = [Math.max(0, ...names), textWidthPx(widestValue, look)];
  return (lines === 1 ? name + value + betweenTexts * textPx : Math.max(name, value)) + 2 * padding * textPx;
}
