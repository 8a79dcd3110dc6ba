import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script, TextLook } from '../drawing.ts';
import type { LetterOutline } from '../fonts/letter-outlines.ts';
import { lettersOf, scriptUnitsPerEm } from '../fonts/script-letters.ts';
import type { PointPx } from '../shape.ts';
import { drawGlyph, type GlyphMask } from './glyph-mask.ts';
import type { Mask } from './mask.ts';
import { type Contour, TrueTypeFont } from './true-type-font.ts';

const files = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const;

/** Letters are placed to a quarter of a pixel, so that numbers glide and each letter is drawn a few times at most. */
const placesPerPixel = 4;

/** A letter as it is set: in pixels of a line that is as many high as the Latin font says. */
interface SetLetter {
  /** Names it among all letters of a weight. */
  readonly id: number;
  readonly advancePx: number;
  /** Pixels per font unit. */
  readonly scale: number;
  readonly contours: () => readonly Contour[];
}

/** Writes text into a mask. Letters that were drawn once are kept. */
export class Lettering {
  readonly #folder: string;
  readonly #script: Script | null;
  readonly #fonts = new Map<string, TrueTypeFont>();
  #scriptLetters: ReadonlyMap<number, LetterOutline> | null = null;
  /** By weight, size and outline, then by letter and its place in a pixel. */
  readonly #glyphs = new Map<string, Map<number, GlyphMask>>();

  /**
   * @param folder Where the DejaVu fonts lie.
   * @param script Whose letters are taken for those that the fonts have not; they are bold, whatever is asked for.
   */
  constructor(folder: string, script: Script | null = null) {
    this.#folder = folder;
    this.#script = script;
  }

  write(mask: Mask, text: string, look: TextLook, at: PointPx): void {
    const weight = look.bold ? 'bold' : 'regular';
    const font = this.#font(weight);
    const scale = look.sizePx / (font.ascent - font.descent);
    const letters = Array.from(text, (letter) => this.#set(font, scale, letter.codePointAt(0) ?? 0));
    const width = letters.reduce((sum, { advancePx }) => sum + advancePx, 0);
    let x = at.x - { left: 0, middle: width / 2, right: width }[look.anchor ?? 'middle'];
    const y = at.y - look.sizePx / 2 + scale * font.ascent;
    const outlinePx = look.outline?.widthPx ?? 0;
    const drawn = this.#drawn(`${weight} ${look.sizePx} ${outlinePx}`);
    const [row, offsetY] = placed(y);
    for (const { id, advancePx, scale: ownScale, contours } of letters) {
      const [column, offsetX] = placed(x);
      const key = (id * placesPerPixel + offsetX * placesPerPixel) * placesPerPixel + offsetY * placesPerPixel;
      let letter = drawn.get(key);
      if (!letter) {
        letter = drawGlyph(contours(), { scale: ownScale, offsetX, offsetY, outlinePx });
        drawn.set(key, letter);
      }
      mask.letter(letter, column + letter.left, row + letter.top);
      x += advancePx;
    }
  }

  #set(font: TrueTypeFont, scale: number, codePoint: number): SetLetter {
    const glyph = font.glyphOf(codePoint);
    const own = glyph === 0 ? this.#letterOfScript(codePoint) : undefined;
    if (own === undefined) {
      const advancePx = scale * font.advanceOf(glyph);
      return { id: glyph, advancePx, scale, contours: () => font.contoursOf(glyph) };
    }
    const ownScale = (scale * font.unitsPerEm) / scriptUnitsPerEm;
    // Beyond the numbers of the font's glyphs, which have 16 bits.
    const id = 0x10000 + codePoint;
    return { id, advancePx: ownScale * own.advance, scale: ownScale, contours: () => own.contours };
  }

  #letterOfScript(codePoint: number): LetterOutline | undefined {
    if (this.#script === null) return undefined;
    this.#scriptLetters ??= lettersOf(this.#script);
    return this.#scriptLetters.get(codePoint);
  }

  #drawn(look: string): Map<number, GlyphMask> {
    let drawn = this.#glyphs.get(look);
    if (!drawn) {
      drawn = new Map();
      this.#glyphs.set(look, drawn);
    }
    return drawn;
  }

  #font(weight: 'regular' | 'bold'): TrueTypeFont {
    let font = this.#fonts.get(weight);
    if (!font) {
      font = new TrueTypeFont(readFileSync(join(this.#folder, files[weight])));
      this.#fonts.set(weight, font);
    }
    return font;
  }
}

function placed(position: number): [pixel: number, offset: number] {
  const places = Math.round(position * placesPerPixel);
  const pixel = Math.floor(places / placesPerPixel);
  return [pixel, places / placesPerPixel - pixel];
}
