import { accuracyPage } from './accuracy-page.ts';
import { sectionOf } from './sectioned-page.ts';
import { table } from './table.ts';

type View = 'side' | 'back';

/** Where a view's rows of agreement stand on the page: which part, under which title, and what was compared with the truth. */
const agreements: Readonly<
  Record<
    View,
    readonly { readonly part: keyof typeof accuracyPage.sections; readonly title: string; readonly what: string }[]
  >
> = {
  side: [
    { part: 'synthetic', title: '**Every number**', what: 'synthetic keypoints' },
    { part: 'plates', title: '**Every number**', what: 'force plates' },
  ],
  back: [
    { part: 'back', title: '**Synthetic keypoints**', what: 'synthetic keypoints' },
    { part: 'back', title: '**Pixels in, reporting half**', what: 'pictures' },
  ],
};

const opening = /^<!-- errors, (side|back): (.+) -->$/;
const closing = '<!-- end of errors -->';

/**
 * A page with its blocks of measured errors filled in anew: between `<!-- errors, side: name · name -->` and `<!-- end of errors -->` stand
 * the rows of that name of the accuracy page's tables of agreement, and its floors of that name.
 *
 * @param accuracy Text of docs/accuracy.md.
 * @throws Error when a name stands in no table, or a block is not closed.
 */
export function withMeasuredErrors(page: string, accuracy: string): string {
  const lines = page.split('\n');
  const filled: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    filled.push(line);
    const [, view, names] = opening.exec(line) ?? [];
    if (names === undefined) continue;
    const end = lines.indexOf(closing, i);
    if (end < 0) throw new Error(`${line} is not closed`);
    filled.push('', ...errorsOf(view as View, names.split(' · '), accuracy), '', closing);
    i = end;
  }
  return filled.join('\n');
}

function errorsOf(view: View, names: readonly string[], accuracy: string): string[] {
  const rows = names.flatMap((name) => agreements[view].flatMap((source) => agreementRow(accuracy, source, name)));
  const floors = names.flatMap((name) => floorLine(accuracy, name));
  const missing = names.filter(
    (name) => ![...rows.map(([first]) => first), ...floors.map(([first]) => first)].includes(name),
  );
  if (missing.length > 0) throw new Error(`docs/accuracy.md has no row named ${missing.join(', ')}`);
  const head = ['measured error', 'of', 'n', 'bias', '95 % of errors', 'half width', 'withheld'];
  return [
    ...(rows.length === 0 ? [] : table(head, rows).split('\n')),
    ...(rows.length === 0 || floors.length === 0 ? [] : ['']),
    ...floors.map(([, text]) => text),
  ];
}

function agreementRow(
  accuracy: string,
  { part, title, what }: (typeof agreements)[View][number],
  name: string,
): string[][] {
  const section = sectionOf(accuracyPage, accuracy, part) ?? '';
  const after = section.slice(Math.max(0, section.indexOf(title)));
  const rows = cellsOf(after.slice(after.indexOf('\n|'), after.indexOf('\n\n', after.indexOf('\n|'))));
  const row = rows.find(([first]) => first === name);
  if (row === undefined) return [];
  const [, unit, n, bias, , limits, halfWidth, , withheld] = row as string[];
  const source = `[${what}](../accuracy.md#${anchorOf(accuracyPage.sections[part])})`;
  return [[name, source, n, `${bias} ${unit}`.trim(), limits, halfWidth, withheld] as string[]];
}

/** The floor of that name in the table at the page's head. */
function floorLine(accuracy: string, name: string): [name: string, text: string][] {
  const [head = ''] = accuracy.split('\n## ');
  const row = cellsOf(head).find(([first]) => first === name);
  if (row === undefined) return [];
  const [, measured, floor] = row as string[];
  return [[name, `- ${name} ${measured} (floor: ${floor})`]];
}

const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

/** The anchor that a Markdown heading gets. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
    .replaceAll(' ', '-');
