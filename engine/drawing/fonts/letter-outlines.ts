import type { Contour, OutlinePoint } from '../paint/true-type-font.ts';

/** A letter that was taken out of a font. */
export interface LetterOutline {
  /** From this letter to the next, font units. */
  readonly advance: number;
  readonly contours: readonly Contour[];
}

/**
 * Letters as text, a line each: the letter, its advance, then each outline after a bar, its points as steps from the one before, those off
 * the line with a tilde.
 */
export const writeLetters = (letters: ReadonlyMap<string, LetterOutline>): string =>
  Array.from(
    letters,
    ([letter, { advance, contours }]) =>
      `${letter}${advance}${contours.map((contour) => `|${steps(contour)}`).join('')}`,
  ).join('\n');

function steps(contour: Contour): string {
  let [x, y] = [0, 0];
  return contour
    .map((point) => {
      const step = `${point.x - x},${point.y - y}${point.on ? '' : '~'}`;
      [x, y] = [point.x, point.y];
      return step;
    })
    .join(' ');
}

/** Reads what {@link writeLetters} wrote; by code point. */
export function readLetters(text: string): ReadonlyMap<number, LetterOutline> {
  return new Map(
    text.split('\n').map((line): [number, LetterOutline] => {
      const code = line.codePointAt(0) ?? 0;
      const [advance, ...contours] = line.slice(String.fromCodePoint(code).length).split('|');
      return [code, { advance: Number(advance), contours: contours.map(pointsOf) }];
    }),
  );
}

function pointsOf(contour: string): Contour {
  let [x, y] = [0, 0];
  return contour.split(' ').map((step): OutlinePoint => {
    const [dx, dy] = step.replace('~', '').split(',');
    x += Number(dx);
    y += Number(dy);
    return { x, y, on: !step.endsWith('~') };
  });
}
