import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { openApiYaml } from '../../server/contract/openapi/openapi-yaml.ts';
import type { JsonObject } from '../../server/contract-check/open-api-document.ts';
import type { ContractReport } from '../../server/contract-check/report.ts';
import { runCommand } from '../support/command-line.ts';
import { tempDir } from '../support/temp-dir.ts';
import { serveClips } from './served-clips.ts';
import { planted, writtenByAnother } from './vendor-specification.ts';

const ours = parse(openApiYaml('https://gait.example.org')) as JsonObject;
const same = writtenByAnother(ours);

const results = ['paths', '/analysis/{analysis_id}/results', 'get', 'responses'];
const form = ['paths', '/analysis/start', 'post', 'requestBody', 'content', 'multipart/form-data', 'schema'];
const json = ['content', 'application/json', 'schema'];

interface Planting {
  readonly place: readonly string[];
  readonly change: (value: unknown) => unknown;
  /** Kind, operation, part and place of each difference that must come of it. */
  readonly found: readonly string[];
}

/** What a vendor's own document might say otherwise, and what has to be said of each. */
const plantings: readonly Planting[] = [
  {
    place: ['paths'],
    change: (paths) => ({
      ...(paths as JsonObject),
      '/analysis/{analysis_id}/pdf': { get: { responses: { 200: { description: 'A report.' } } } },
    }),
    found: ['path_missing - /analysis/{analysis_id}/pdf path'],
  },
  { place: ['paths', '/healthz'], change: () => undefined, found: ['path_extra - /healthz path'] },
  {
    place: ['paths', '/subjects/{subject_id}'],
    change: (item) => ({ ...(item as JsonObject), delete: { responses: { 204: { description: 'Gone.' } } } }),
    found: ['method_missing DELETE /subjects/{subject_id} operation'],
  },
  {
    place: ['paths', '/analysis', 'get', 'parameters'],
    change: (list) => [...(list as readonly unknown[]), { name: 'page', in: 'query', schema: { type: 'integer' } }],
    found: ['parameter_missing GET /analysis query parameter page'],
  },
  {
    place: [...form, 'properties', 'language', 'enum'],
    change: (list) => [...(list as string[]), 'nl'],
    found: ['values POST /analysis/start request body multipart/form-data language'],
  },
  {
    place: [...form, 'properties', 'height', 'maximum'],
    change: () => 2.3,
    found: ['limit POST /analysis/start request body multipart/form-data height'],
  },
  {
    place: [...form, 'properties', 'weight', 'default'],
    change: () => 65,
    found: ['default POST /analysis/start request body multipart/form-data weight'],
  },
  {
    place: [...form, 'required'],
    change: (list) => [...(list as string[]), 'analysis_type'],
    found: ['required POST /analysis/start request body multipart/form-data analysis_type'],
  },
  {
    place: [...form, 'properties', 'pace', 'pattern'],
    change: () => '^[0-9]:[0-9]{2}$',
    found: ['limit POST /analysis/start request body multipart/form-data pace'],
  },
  {
    place: [...form, 'properties'],
    change: (fields) => ({ ...(fields as JsonObject), shoe: { type: 'string' } }),
    found: ['property_missing POST /analysis/start request body multipart/form-data shoe'],
  },
  {
    place: [...results, '202', ...json, 'properties', 'percentage', 'type'],
    change: () => 'string',
    found: ['type GET /analysis/{analysis_id}/results answer 202 application/json percentage'],
  },
  {
    place: [...results, '202', ...json, 'properties', 'video_id', 'format'],
    change: () => undefined,
    found: ['format GET /analysis/{analysis_id}/results answer 202 application/json video_id'],
  },
  {
    place: [...results, '408'],
    change: () => undefined,
    found: ['status_extra GET /analysis/{analysis_id}/results answer 408'],
  },
  {
    place: results,
    change: (answers) => ({ ...(answers as JsonObject), 410: { description: 'Too old.' } }),
    found: ['status_missing GET /analysis/{analysis_id}/results answer 410'],
  },
  {
    place: ['paths', '/subjects', 'post', 'responses', '201', ...json, 'required'],
    change: (list) => (list as string[]).filter((name) => name !== 'created_at'),
    found: ['required POST /subjects answer 201 application/json created_at'],
  },
  {
    place: [
      'paths',
      '/subjects',
      'get',
      'responses',
      '200',
      ...json,
      'properties',
      'subjects',
      'items',
      'properties',
      'height',
      'type',
    ],
    change: () => 'number',
    found: ['type GET /subjects answer 200 application/json subjects[].height'],
  },
  {
    place: [
      'paths',
      '/subjects',
      'get',
      'responses',
      '200',
      ...json,
      'properties',
      'subjects',
      'items',
      'properties',
      'email',
    ],
    change: () => undefined,
    found: ['property_extra GET /subjects answer 200 application/json subjects[].email'],
  },
  {
    place: [
      'paths',
      '/webhook',
      'put',
      'requestBody',
      'content',
      'application/json',
      'schema',
      'properties',
      'enabled',
      'type',
    ],
    change: () => 'string',
    found: ['type PUT /webhook request body application/json enabled'],
  },
];

const theirs = plantings.reduce((document, { place, change }) => planted(document, place, change), same);
const expected = plantings.flatMap(({ found }) => found).sort();

const place = ({ kind, method, path, part, place: within }: ContractReport['differences'][number]): string =>
  [kind, method ?? '-', path, part, within].filter((word) => word !== '').join(' ');

function written(document: JsonObject, name = 'vendor.yaml'): string {
  const path = join(tempDir(), name);
  writeFileSync(
    path,
    name.endsWith('.json') ? JSON.stringify(document) : stringify(document, { aliasDuplicateObjects: false }),
  );
  return path;
}

async function check(...args: string[]): Promise<{ status: number | null; report: ContractReport }> {
  const { status, stdout, stderr } = await runCommand('.', 'contract', 'check', ...args, '--json');
  expect(stderr).toBe('');
  return { status, report: JSON.parse(stdout) as ContractReport };
}

it.each([
  ['our own document', ours, 'ours.yaml'],
  ['the same in the words of another', same, 'vendor.yaml'],
  ['the same as JSON', same, 'vendor.json'],
])('finds nothing in %s', async (_, document, name) => {
  const { status, report } = await check(written(document, name));
  expect(report).toEqual({ differences: [], live: null });
  expect(status).toBe(0);
});

it('finds every planted difference and no other', async () => {
  const { status, report } = await check(written(theirs));
  expect(report.differences.map(place).sort()).toEqual(expected);
  expect(status).toBe(6);
});

it('tells a person what differs and which decision it touches', async () => {
  const { status, stdout } = await runCommand('.', 'contract', 'check', written(theirs));
  expect(status).toBe(6);
  expect(stdout).toContain(`${expected.length} differences`);
  for (const words of ['page', 'maximum 2.3', 'maximum 2.5', 'height_and_weight', 'docs/known-differences.md'])
    expect(stdout).toContain(words);
});

it.each([
  [['no-such-file.yaml'], 'cannot be read'],
  [['package.json'], 'not of OpenAPI 3.0 or 3.1'],
  [['docs/reference/openapi.yaml', '--url', 'http://127.0.0.1:1'], '--url and --key together'],
])('refuses %s', async (args, words) => {
  const { status, stderr } = await runCommand('.', 'contract', 'check', ...args);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
});

it('says that no server answers, and that there is no such clip', async () => {
  const nobody = ['docs/reference/openapi.yaml', '--url', 'http://127.0.0.1:1', '--key', 'slk_x'];
  const unanswered = await runCommand('.', 'contract', 'check', ...nobody);
  expect(unanswered).toMatchObject({ status: 5, stderr: expect.stringContaining('error server_unreachable') });
  const noClip = await runCommand('.', 'contract', 'check', ...nobody, '--video', 'no-such-clip.mp4');
  expect(noClip).toMatchObject({ status: 3, stderr: expect.stringContaining('error video_not_found') });
});

const served = serveClips();

it('holds live answers against the document', { timeout: 180_000 }, async () => {
  const video = join(tempDir(), 'runner.mp4');
  const { clips, target } = served();
  writeFileSync(video, await clips.read('runner.mp4'));
  const live = ['--url', target.url, '--key', await target.newPartner(), '--video', video, '--write'];
  const good = await check(written(same), ...live);
  expect(good.report.live?.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(good.status).toBe(0);
  const asked = new Set(good.report.live?.map(({ method, purpose, status }) => `${method} ${purpose} ${status}`));
  for (const request of [
    'POST a start 202',
    'GET of an analysis that is success 200',
    'GET without a key 401',
    'GET a deleted subject 404',
  ])
    expect(asked).toContain(request);

  const { status, stderr } = await runCommand(
    ...['.', 'contract', 'check', written(same)],
    ...['--url', target.url, '--key', 'mistyped'],
  );
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('refuses the key') });

  const bad = await check(written(theirs), ...live);
  expect(bad.status).toBe(6);
  const wrong = bad.report.live
    ?.filter(({ problems }) => problems.length > 0)
    .map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/, '{id}')}`);
  // A percentage that is no string, and a property that a closed object does not know.
  expect(new Set(wrong)).toEqual(new Set(['GET /analysis/{id}/results', 'GET /subjects']));
});
