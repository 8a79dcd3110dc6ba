import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { anchorOf } from '../bench/report/metrics-errors.ts';
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
  'docs/pictures',
  'models',
  'fixtures',
  'test/api',
].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** A link or picture of a page: the file it names from the project's root, and the place in it. */
interface Link {
  readonly text: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

/** A page without what stands in fences and in comments. */
const proseOf = (page: string): string =>
  readFileSync(page, 'utf8')
    .replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '');

function linksOf(page: string): Link[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|<(?:img|a)\b[^>]*?(?:src|href)="([^"]+)"/g)].map(
    ([, link, tag]) => (link ?? tag) as string,
  );
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((text) => {
      const [path = '', anchor] = text.split('#');
      return { text, path: path === '' ? page : join(dirname(page), path), anchor };
    });
}

/** Places of a page that a link may name: its headings, as GitHub makes them, and what has an id. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const times = new Map<string, number>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim());
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
  }
  for (const [, id = ''] of proseOf(page).matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

it.each(pages)('has no broken link or picture in %s', (page) => {
  expect(linksOf(page).filter(({ path }) => !existsSync(path))).toEqual([]);
});

it.each(pages)('names places that there are in %s', (page) => {
  const named = linksOf(page).filter(
    ({ path, anchor }) => anchor !== undefined && path.endsWith('.md') && existsSync(path),
  );
  expect(named.filter(({ path, anchor = '' }) => !anchorsOf(path).has(anchor)).map(({ text }) => text)).toEqual([]);
});

it('leads to every page from the README', () => {
  const reached = new Set<string>();
  const next = ['README.md'];
  for (let page = next.pop(); page !== undefined; page = next.pop()) {
    if (reached.has(page)) continue;
    reached.add(page);
    const files = linksOf(page).flatMap(({ path }) => (pages.includes(path) ? [path] : pagesIn(path)));
    next.push(...files);
  }
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

/** The pages of a folder that a link names. */
const pagesIn = (path: string): string[] =>
  existsSync(path) && statSync(path).isDirectory() ? pages.filter((page) => dirname(page) === join(path, '.')) : [];

it('shows every picture on a page', () => {
  const shown = new Set(pages.flatMap((page) => linksOf(page).map(({ path }) => path)));
  const pictures = readdirSync('docs/pictures').map((name) => join('docs/pictures', name));
  expect(pictures.filter((path) => !shown.has(path) && !path.endsWith('.md'))).toEqual([]);
  expect(pictures.filter((path) => statSync(path).size > 150_000)).toEqual([]);
});
