import { readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { startApiServer } from '../../test/support/api-server.ts';
import { frozenServer } from '../../test/support/frozen-server.ts';
import { decisions } from './decisions/catalogue.ts';
import { httpErrors } from './errors.ts';
import { openApiDocument } from './openapi/document.ts';
import { openApiYaml } from './openapi/openapi-yaml.ts';
import { decisionsOf } from './openapi/schema-decisions.ts';
import { operations } from './operations/operations.ts';
import { pages } from './reference/pages.ts';
import { ErrorSchema, ValidationErrorSchema } from './schemas/errors.ts';

it.each(Object.entries(pages))('%s is what `npm run docs` writes', (path, page) => {
  expect(readFileSync(path, 'utf8')).toBe(page());
});

it('reads as YAML what it is as JSON', () => {
  expect(parse(openApiYaml('http://h'))).toEqual(JSON.parse(JSON.stringify(openApiDocument('http://h'))));
  // Of version 1.1 too, where some texts would be numbers and dates.
  expect(parse(openApiYaml('http://h'), { version: '1.1' })).toEqual(
    JSON.parse(JSON.stringify(openApiDocument('http://h'))),
  );
});

it.each(operations)('shows bodies that its schemas take: $method $path', ({ answers, body }) => {
  const faults = (schema: TSchema, examples: Readonly<Record<string, unknown>>) =>
    Object.entries(examples).flatMap(([name, example]) =>
      Value.Errors(schema, example).map(({ instancePath, message }) => `${name}${instancePath} ${message}`),
    );
  for (const { schema, type, examples, alsoAs } of Object.values(answers)) {
    expect(faults(schema, examples)).toEqual([]);
    if (type === undefined) expect(Object.keys(examples)).not.toEqual([]);
    for (const line of String(alsoAs?.['application/x-ndjson']?.example ?? '')
      .split('\n')
      .filter(Boolean))
      expect(faults(alsoAs?.['application/x-ndjson']?.schema as TSchema, { line: JSON.parse(line) })).toEqual([]);
  }
  if (body?.type === 'application/json') expect(faults(body.schema, body.examples)).toEqual([]);
  for (const detail of Object.values(body?.refused ?? {}))
    expect(faults(ValidationErrorSchema, { detail: { detail } })).toEqual([]);
});

it('gives an example of every refusal that it names', () => {
  const { examples } = openApiDocument('').components;
  for (const [name, { value }] of Object.entries(examples)) {
    expect(Value.Errors(ErrorSchema, value)).toEqual([]);
    expect(httpErrors).toHaveProperty(name);
  }
});

it('touches every decision somewhere', () => {
  const touched = new Set(operations.flatMap(decisionsOf));
  // What holds for every request alike.
  const everywhere = ['keys', 'rate_limit', 'further_refusals'];
  expect(
    Object.keys(decisions)
      .filter((id) => !touched.has(id as keyof typeof decisions))
      .sort(),
  ).toEqual(everywhere.sort());
});

it('serves the document, and every endpoint of it with its own method', async () => {
  const api = await startApiServer();
  onTestFinished(() => api.stop());
  const served = await fetch(`${api.url}/openapi.yaml`);
  expect(served.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
  const document = parse(await served.text()) as ReturnType<typeof openApiDocument>;
  expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument(api.url))));
  for (const [path, methods] of Object.entries(document.paths)) {
    const url = `${api.url}${path.replace(/\{\w+\}/g, 'x')}`;
    const allowed = (await fetch(url, { method: 'DELETE' })).headers
      .get('allow')
      ?.split(', ')
      .filter((method) => method !== 'HEAD');
    expect([path, allowed?.sort()]).toEqual([
      path,
      Object.keys(methods)
        .map((method) => method.toUpperCase())
        .sort(),
    ]);
  }
  expect(await (await fetch(`${api.url}/llms.txt`)).text()).toContain(`${api.url}/openapi.yaml`);
});

it('has no route that the document does not know', async () => {
  const { app, close } = await frozenServer();
  onTestFinished(close);
  await app.ready();
  const { paths } = openApiDocument('');
  expect(pathsOf(app.printRoutes({ commonPrefix: false })).sort()).toEqual(Object.keys(paths).sort());
});

/** The paths of a router's drawing, each line of which begins where its parent ends. */
function pathsOf(drawing: string): string[] {
  const above: string[] = [];
  return drawing.split('\n').flatMap((line) => {
    const match = /^(.*[└├]── )(\S+)( \(.*)?$/.exec(line);
    if (match === null) return [];
    const [, indent, part, methods] = match;
    const depth = indent.length / 4;
    above.length = depth - 1;
    const path = above.join('') + part.replace(/:(\w+)/g, '{$1}');
    above.push(part.replace(/:(\w+)/g, '{$1}'));
    return methods === undefined ? [] : [path];
  });
}
