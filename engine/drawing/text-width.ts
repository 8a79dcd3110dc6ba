import type { TextLook } from './drawing.ts';
import { letterAdvances } from './letter-advances.table.ts';

/** Height of a line and widths of the letters beyond ASCII that the overlay writes, font units. */
const lineHeight = 2384;
const others = {
  regular: new Map([
    ['°', 921],
    ['±', 1544],
    ['–', 921],
    ['·', 585],
  ]),
  bold: new Map([
    ['°', 921],
    ['±', 1544],
    ['–', 921],
    ['·', 700],
  ]),
};
/** Taken for a letter that is not listed: as wide as the widest one that is usual. */
const unknownAdvance = 2033;
const firstListed = 32;

/** How wide a text is painted, pixels. */
export function textWidthPx(text: string, { sizePx, bold = false }: Pick<TextLook, 'sizePx' | 'bold'>): number {
  const weight = bold ? 'bold' : 'regular';
  const units = Array.from(text, (letter) => {
    const listed = letterAdvances[weight][(letter.codePointAt(0) ?? 0) - firstListed];
    return listed ?? others[weight].get(letter) ?? unknownAdvance;
  });
  return (sizePx / lineHeight) * units.reduce((sum, advance) => sum + advance, 0);
}
