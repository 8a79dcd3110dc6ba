import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../engine/errors/catalogue.ts';
import { consoleErrors } from '../server/console/console-errors.ts';
import { failureReasons, httpErrors } from '../server/contract/errors.ts';

/** A page's text with the padding of its tables taken out. */
const pageText = (path: string): string => readFileSync(path, 'utf8').replace(/ +\|/g, ' |');

const errorsPage = pageText('docs/reference/errors.md');

/** The cells of every row of the table that begins with a heading, code without its marks. */
function tableOf(heading: string): string[][] {
  const lines = errorsPage.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  expect(start, heading).toBeGreaterThan(0);
  const rest = lines.slice(start + 2);
  return rest.slice(0, Math.max(0, rest.indexOf(''))).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

/** Rows as lines, in one order. */
const lines = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => row.join(' | ')).sort();

it('documents the errors of the engine with their exit codes, and no other', () => {
  const rows = tableOf('| code | exit |');
  expect(lines(rows.map(([code, exit]) => [code, exit]))).toEqual(
    lines(Object.entries(catalogue).map(([code, { exitCode }]) => [code, exitCode])),
  );
  expect(rows.filter(([, , what, advice]) => what.length < 10 || advice.length < 10)).toEqual([]);
});

it('documents the refusals of the server with status, code and text, and no other', () => {
  const rows = tableOf('| status | code |');
  expect(lines(rows.map(([status, code, detail]) => [status, code, detail]))).toEqual(
    lines(Object.values(httpErrors).map(({ status, code, detail }) => [status, code ?? '–', detail])),
  );
  expect(rows.filter(([, , , when]) => when.length < 10)).toEqual([]);
});

it('documents the refusals of the console with code, status and text, and no other', () => {
  const rows = tableOf('| console code |');
  expect(lines(rows.map(([code, status, detail]) => [code, status, detail]))).toEqual(
    lines(Object.entries(consoleErrors).map(([code, { status, detail }]) => [code, status, detail])),
  );
  expect(rows.filter(([, , , when]) => when.length < 10)).toEqual([]);
});

it('documents the reasons of a failed analysis that are no errors of the engine, and no other', () => {
  expect(lines(tableOf('| reason |').map(([reason]) => [reason]))).toEqual(
    lines(Object.keys(failureReasons).map((code) => [code])),
  );
});

it('documents every reason for which a number is withheld', () => {
  const source = readFileSync('engine/metrics/measured.ts', 'utf8');
  const reasons = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map((match) => match[1]);
  const page = pageText('docs/reference/reasons.md');
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.filter((reason) => !page.includes(`| \`${reason}\` |`))).toEqual([]);
});

const pages = [
  '.',
  'docs',
  'docs/guides',
  'docs/reference',
  'docs/decisions',
  'models',
  'fixtures',
  'test/api',
].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

it.each(pages)('has no broken link in %s', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(
    (match) => match[1] as string,
  );
  const local = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});
