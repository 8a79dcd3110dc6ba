import type { TextLook } from './drawing.ts';
import { letterAdvances } from './letter-advances.table.ts';

/** Height of a line, the letters' nominal height, and widths of letters beyond ASCII that the overlay writes, font units. */
const lineHeight = 2384;
const unitsPerEm = 2048;
const others = {
  regular: new Map([
    ['\u00a0', 585],
    ['°', 921],
    ['±', 1544],
    ['–', 921],
    ['−', 1544],
    ['·', 585],
    ['’', 585],
    ['ß', 1161],
  ]),
  bold: new Map([
    ['\u00a0', 641],
    ['°', 921],
    ['±', 1544],
    ['–', 921],
    ['−', 1544],
    ['·', 700],
    ['’', 700],
    ['ß', 1325],
  ]),
};
/** Taken for a letter that is not listed: as wide as the widest one that is usual. */
const unknownAdvance = 2033;
const firstListed = 32;
/** Hangul, and all else that Latin fonts have not, share of the nominal height (Noto Sans). */
const eastAsian = { first: 0x2e80, hangul: [0xac00, 0xd7a3], hangulEm: 0.92, em: 1 } as const;

/** How wide a text is painted, pixels. */
export function textWidthPx(text: string, { sizePx, bold = false }: Pick<TextLook, 'sizePx' | 'bold'>): number {
  const weight = bold ? 'bold' : 'regular';
  return (
    (sizePx / lineHeight) * Array.from(text, (letter) => advanceOf(letter, weight)).reduce((sum, one) => sum + one, 0)
  );
}

function advanceOf(letter: string, weight: 'regular' | 'bold'): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= eastAsian.first) {
    const isHangul = code >= eastAsian.hangul[0] && code <= eastAsian.hangul[1];
    return unitsPerEm * (isHangul ? eastAsian.hangulEm : eastAsian.em);
  }
  // With an accent a letter is as wide as without.
  const base = letter.normalize('NFD').codePointAt(0) ?? 0;
  return others[weight].get(letter) ?? letterAdvances[weight][base - firstListed] ?? unknownAdvance;
}
