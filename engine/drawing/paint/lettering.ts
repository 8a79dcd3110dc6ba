import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextLook } from '../drawing.ts';
import type { PointPx } from '../shape.ts';
import { drawGlyph, type GlyphMask } from './glyph-mask.ts';
import type { Mask } from './mask.ts';
import { TrueTypeFont } from './true-type-font.ts';

const files = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const;

/** Letters are placed to a quarter of a pixel, so that numbers glide and each letter is drawn a few times at most. */
const placesPerPixel = 4;

/** Writes text into a mask. Letters that were drawn once are kept. */
export class Lettering {
  readonly #folder: string;
  readonly #fonts = new Map<string, TrueTypeFont>();
  /** By weight, size and outline, then by letter and its place in a pixel. */
  readonly #glyphs = new Map<string, Map<number, GlyphMask>>();

  /** @param folder Where the DejaVu fonts lie. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  write(mask: Mask, text: string, look: TextLook, at: PointPx): void {
    const weight = look.bold ? 'bold' : 'regular';
    const font = this.#font(weight);
    const scale = look.sizePx / (font.ascent - font.descent);
    const glyphs = Array.from(text, (letter) => font.glyphOf(letter.codePointAt(0) ?? 0));
    const width = scale * glyphs.reduce((sum, glyph) => sum + font.advanceOf(glyph), 0);
    let x = at.x - { left: 0, middle: width / 2, right: width }[look.anchor ?? 'middle'];
    const y = at.y - look.sizePx / 2 + scale * font.ascent;
    const outlinePx = look.outline?.widthPx ?? 0;
    const drawn = this.#drawn(`${weight} ${look.sizePx} ${outlinePx}`);
    const [row, offsetY] = placed(y);
    for (const glyph of glyphs) {
      const [column, offsetX] = placed(x);
      const key = (glyph * placesPerPixel + offsetX * placesPerPixel) * placesPerPixel + offsetY * placesPerPixel;
      let letter = drawn.get(key);
      if (!letter) {
        letter = drawGlyph(font.contoursOf(glyph), { scale, offsetX, offsetY, outlinePx });
        drawn.set(key, letter);
      }
      mask.letter(letter, column + letter.left, row + letter.top);
      x += scale * font.advanceOf(glyph);
    }
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
