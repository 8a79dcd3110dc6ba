import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../engine/errors/catalogue.ts';
import { failureReasons, httpErrors } from '../server/contract/errors.ts';

/** A page's text with the padding of its tables taken out. */
const pageText = (path: string): string => readFileSync(path, 'utf8').replace(/ +\|/g, ' |');

const errorsPage = pageText('docs/reference/errors.md');

it.each(Object.entries(catalogue))('documents the engine’s error %s with its exit code', (code, { exitCode }) => {
  expect(errorsPage).toContain(`| \`${code}\` | ${exitCode} |`);
});

it.each(Object.values(httpErrors))('documents the refusal %o', ({ status, code }) => {
  const rows = errorsPage.split('\n').filter((line) => line.startsWith(`| ${status} |`));
  expect(rows.some((row) => (code === null ? true : row.includes(`\`${code}\``)))).toBe(true);
});

it.each(Object.keys(failureReasons))('documents the failure %s', (code) => {
  expect(errorsPage).toContain(`| \`${code}\` |`);
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
