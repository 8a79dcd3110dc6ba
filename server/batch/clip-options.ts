import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { languages } from '../../engine/score/language.ts';
import type { TermFlags } from '../cli/asked-terms.ts';
import { parseHeight, parsePace } from '../cli/options.ts';

/** What is known of single clips: by the name of a clip within its folder, what a row says of it. */
export type ClipRows = ReadonlyMap<string, TermFlags>;

/** The table of clips that is read without being named. */
export const clipTableName = 'clips.csv';
const mostBytes = 20e6;

const wrong = (detail: string, cause?: unknown): StrideError => new StrideError('invalid_option', detail, { cause });

/**
 * Reads a table of clips: a column `clip`, and of the others those that are wanted.
 *
 * @throws StrideError `invalid_option` naming the row.
 */
export async function readClipTable(path: string): Promise<ClipRows> {
  const rows = new Map<string, TermFlags>();
  for (const [index, { clip, ...row }] of recordsOf(path, await boundedText(path)).entries()) {
    const where = `${path}, row ${index + 1}`;
    if (clip === undefined || clip === '') throw wrong(`${where}: the column clip is missing or empty`);
    const name = clip.replaceAll('\\', '/').replace(/^\.\//, '');
    if (rows.has(name)) throw wrong(`${where}: ${clip} is there twice`);
    rows.set(name, flagsOf(row, where));
  }
  return rows;
}

function recordsOf(path: string, text: string): Record<string, string>[] {
  try {
    const delimiter = delimiterOf(text);
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, delimiter });
  } catch (cause) {
    throw wrong(`${path}${whatIsWrong(cause)}`, cause);
  }
}

/** What stands first in the heading of what may stand between cells: a spreadsheet that writes decimal commas puts semicolons there. */
const delimiterOf = (text: string): string => /^[^\r\n]*?([,;\t])/.exec(text.trimStart())?.[1] ?? ',';

/** What csv-parse found wrong, as one says it who has a spreadsheet. */
function whatIsWrong(cause: unknown): string {
  if (!(cause instanceof CsvError)) return `: ${cause instanceof Error ? cause.message : String(cause)}`;
  const where = typeof cause.lines === 'number' ? `, line ${cause.lines}` : '';
  if (cause.code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return `${where}: the row has another number of cells than the heading; write a number with a decimal comma in quotes, "1,78", or with a point, or put semicolons between all cells`;
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED' || cause.code.startsWith('CSV_INVALID_CLOSING_QUOTE'))
    return `${where}: a quote is opened and not closed, or text follows behind it`;
  if (cause.code === 'INVALID_OPENING_QUOTE')
    return `${where}: a quote stands within a cell; put the whole cell in quotes and double those within`;
  return `${where}: ${cause.message}`;
}

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const SidecarSchema = Type.Record(Type.String(), Scalar);

/**
 * What a JSON file beside a clip says of it, `run.json` of `run.mp4`; nothing where there is none.
 *
 * @throws StrideError `invalid_option`.
 */
export async function readSidecar(folder: string, clip: string): Promise<TermFlags> {
  const path = join(folder, `${clip.slice(0, -extname(clip).length)}.json`);
  if ((await stat(path).catch(() => null)) === null) return {};
  let value: unknown;
  try {
    value = JSON.parse(await boundedText(path));
  } catch (cause) {
    throw cause instanceof StrideError ? cause : wrong(`${path} is not JSON`, cause);
  }
  if (!Value.Check(SidecarSchema, value)) throw wrong(`${path} is not an object of words and numbers`);
  return flagsOf(Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, String(cell)])), path);
}

async function boundedText(path: string): Promise<string> {
  const found = await stat(path).catch((cause: Error) => {
    throw wrong(`${path} cannot be read`, cause);
  });
  if (!found.isFile() || found.size > mostBytes) throw wrong(`${path} is no file of at most ${mostBytes / 1e6} MB`);
  return readFile(path, 'utf8');
}

const words = { yes: true, true: true, '1': true, no: false, false: false, '0': false } as const;

function isTrue(text: string): boolean {
  const word = text.toLowerCase();
  if (Object.hasOwn(words, word)) return words[word as keyof typeof words];
  throw new Error('write yes or no');
}

function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new Error(`write one of ${choices.join(', ')}`);
  return found;
}

/** How each field is read; the names are those of the flags. */
const fields: Readonly<Record<string, (text: string) => TermFlags>> = {
  view: (text) => ({ view: oneOf(['side', 'back'], text) }),
  height: (text) => ({ height: parseHeight(text) }),
  treadmill: (text) => ({ treadmill: isTrue(text) }),
  pace: (text) => ({ pace: parsePace(text) }),
  language: (text) => ({ language: oneOf(languages, text) }),
  'pronation-only': (text) => ({ pronationOnly: isTrue(text) }),
};

function flagsOf(row: Readonly<Record<string, string>>, where: string): TermFlags {
  let flags: TermFlags = {};
  for (const [name, text] of Object.entries(row)) {
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (read === undefined) throw wrong(`${where}: there is no ${name}; known are ${Object.keys(fields).join(', ')}`);
    if (text === '') continue;
    try {
      flags = { ...flags, ...read(text) };
    } catch (cause) {
      throw wrong(`${where}, ${name} ${text}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    }
  }
  return flags;
}

/** What holds for a clip: what is said of it alone, else of all. A pace of all counts where the runner is on a treadmill. */
export function flagsForClip(all: TermFlags, own: TermFlags): TermFlags {
  const { pace, pronationOnly, ...both } = { ...all, ...own };
  return {
    ...both,
    ...(pace !== undefined && (both.treadmill === true || own.pace !== undefined) ? { pace } : {}),
    ...(pronationOnly !== undefined && (both.view === 'back' || own.pronationOnly !== undefined)
      ? { pronationOnly }
      : {}),
  };
}
