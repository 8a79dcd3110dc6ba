import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, bodyOf, postStart, startApiServer } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { AnalysisListSchema, SubjectAnalysisListSchema } from '../contract/schemas/analysis-list.ts';
import { ErrorSchema, ValidationErrorSchema } from '../contract/schemas/errors.ts';
import type { Started } from '../contract/schemas/start.ts';
import {
  type SubjectBody,
  SubjectCreatedSchema,
  SubjectDeletedSchema,
  SubjectListSchema,
  SubjectSchema,
  SubjectUpdatedSchema,
} from '../contract/schemas/subject.ts';

let api: ApiServer;
let clip: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  [api, clip] = await Promise.all([startApiServer(), smallClip(30, 30)]);
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const call = (method: string, path: string, body?: string, headers: Record<string, string> = json, key = api.key) =>
  fetch(`${api.url}${path}?apiKey=${key}`, { method, headers, ...(body !== undefined && { body }) });
const send = (method: string, path: string, body: unknown) => call(method, path, JSON.stringify(body));

async function create(fields: unknown): Promise<string> {
  const body = await bodyOf(await send('POST', '/subjects', fields), 201, SubjectCreatedSchema);
  return (body as { readonly subject_id: string }).subject_id;
}
const subject = async (id: string): Promise<SubjectBody> =>
  (await bodyOf(await call('GET', `/subjects/${id}`), 200, SubjectSchema)) as SubjectBody;
const listed = async (key = api.key): Promise<string[]> => {
  const response = await call('GET', '/subjects', undefined, {}, key);
  return ((await bodyOf(response, 200, SubjectListSchema)) as { subjects: SubjectBody[] }).subjects.map(({ id }) => id);
};
const notFound = async (response: Response): Promise<void> => {
  expect(await bodyOf(response, 404, ErrorSchema)).toEqual({ detail: 'Subject not found' });
};

describe('subjects', () => {
  it('are given back as they were made, in the documented order', async () => {
    const id = await create({ email: 'mia@example.com', name: '山田 太郎 🏃', height: 1.68, weight: 58.5, club: 'x' });
    const body = await subject(id);
    expect(JSON.stringify(body)).toBe(
      `{"id":"${id}","email":"mia@example.com","name":"山田 太郎 🏃","height":1.68,"weight":58.5,"created_at":"${body.created_at}"}`,
    );
    expect(Math.abs(Date.parse(body.created_at) - Date.now())).toBeLessThan(60_000);
  });

  it('may have any of the fields, or none', async () => {
    const empty = { email: null, name: null, height: null, weight: null };
    expect(await subject(await create({}))).toMatchObject(empty);
    expect(await subject(await create({ height: '1.7' }))).toMatchObject({ ...empty, height: 1.7 });
    expect(await subject(await create({ name: '', email: null }))).toMatchObject({ ...empty, name: '' });
  });

  it('change in the fields that are sent, and in no others', async () => {
    const id = await create({ email: 'mia@example.com', name: 'Mia', height: 1.68, weight: 58.5 });
    const before = await subject(id);
    const update = async (fields: unknown) =>
      expect(await bodyOf(await send('PUT', `/subjects/${id}`, fields), 200, SubjectUpdatedSchema)).toEqual({
        message: 'Subject updated',
      });
    await update({ weight: 60 });
    expect(await subject(id)).toEqual({ ...before, weight: 60 });
    await update({});
    expect(await subject(id)).toEqual({ ...before, weight: 60 });
    await update({ email: null, name: 'Mia K.' });
    expect(await subject(id)).toEqual({ ...before, weight: 60, email: null, name: 'Mia K.' });
  });

  it('are gone everywhere once they are deleted, their analyses apart', async () => {
    const id = await create({ name: 'Mia' });
    const started = (await (await postStart(api, { video: clip, subject_id: id.toUpperCase() })).json()) as Started;
    const linked = await call('GET', `/analysis/subjects/${id}`);
    expect(await bodyOf(linked, 200, SubjectAnalysisListSchema)).toMatchObject({
      subject_id: id,
      analyses: [{ video_id: started.video_id, analysis_type: 'side_view', status: 'pending', subject_id: id }],
    });
    expect(await listed()).toContain(id);
    expect(await bodyOf(await call('POST', `/subjects/${id}/delete`), 200, SubjectDeletedSchema)).toEqual({
      message: 'Subject deleted',
    });
    expect(await listed()).not.toContain(id);
    await notFound(await call('GET', `/subjects/${id}`));
    await notFound(await send('PUT', `/subjects/${id}`, { name: 'x' }));
    await notFound(await call('POST', `/subjects/${id}/delete`));
    await notFound(await call('GET', `/analysis/subjects/${id}`));
    await notFound(await postStart(api, { video: clip, subject_id: id }));
    const all = (await bodyOf(await call('GET', '/analysis'), 200, AnalysisListSchema)) as {
      analyses: { video_id: string; subject_id?: string }[];
    };
    expect(all.analyses.find(({ video_id: video }) => video === started.video_id)?.subject_id).toBe(id);
  });

  it('of another partner do not exist', async () => {
    const id = await create({ name: 'Mia' });
    const { key } = await createPartnerKey(api.dataDir, 'Zenith');
    await notFound(await call('GET', `/subjects/${id}`, undefined, {}, key));
    await notFound(await call('PUT', `/subjects/${id}`, '{"name":"x"}', json, key));
    await notFound(await call('POST', `/subjects/${id}/delete`, undefined, {}, key));
    await notFound(await call('GET', `/analysis/subjects/${id}`, undefined, {}, key));
    await notFound(await postStart({ url: api.url, key }, { video: clip, subject_id: id }));
    expect(await listed(key)).toEqual([]);
    expect((await subject(id)).name).toBe('Mia');
  });
});

describe('bodies of subjects', () => {
  const refusals = async (response: Response): Promise<string[]> => {
    const { detail } = (await bodyOf(response, 422, ValidationErrorSchema)) as {
      detail: { loc: string[]; type: string }[];
    };
    return detail.map(({ loc, type }) => `${loc.join('.')} ${type}`);
  };

  it.each<[string, string | undefined, Record<string, string>, string]>([
    ['missing', undefined, {}, 'body missing'],
    ['empty', '', json, 'body missing'],
    ['broken', '{"name":', json, 'body json_invalid'],
    ['a text', '{"name":"x"}', { 'content-type': 'text/plain' }, 'body model_attributes_type'],
    ['a list', '[]', json, 'body model_attributes_type'],
    ['null', 'null', json, 'body model_attributes_type'],
    ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 'body model_attributes_type'],
  ])('that are %s are refused', async (_, body, headers, expected) => {
    expect(await refusals(await call('POST', '/subjects', body, headers))).toEqual([expected]);
  });

  it('that are no UTF-8 are refused', async () => {
    const body = new Uint8Array([...new TextEncoder().encode('{"name":"'), 0xff, ...new TextEncoder().encode('"}')]);
    const response = await fetch(`${api.url}/subjects?apiKey=${api.key}`, { method: 'POST', body, headers: json });
    expect(await refusals(response)).toEqual(['body json_invalid']);
  });

  it('need no content type, and take any JSON one', async () => {
    const bytes = new TextEncoder().encode('{"name":"x"}');
    const post = (headers: Record<string, string>) =>
      fetch(`${api.url}/subjects?apiKey=${api.key}`, { method: 'POST', body: bytes, headers });
    await bodyOf(await post({}), 201, SubjectCreatedSchema);
    await bodyOf(await post({ 'content-type': 'application/merge-patch+json' }), 201, SubjectCreatedSchema);
    await bodyOf(await post({ 'content-type': 'application/json; charset=utf-8' }), 201, SubjectCreatedSchema);
  });

  it('name every wrong field', async () => {
    const wrong = { email: 'mia', name: 7, height: 168, weight: true };
    const response = await send('POST', '/subjects', wrong);
    expect(await response.clone().text()).toContain('height is in metres, send 1.68 instead of 168');
    expect(await refusals(response)).toEqual([
      'body.email value_error',
      'body.name string_type',
      'body.height less_than_equal',
      'body.weight float_type',
    ]);
  });

  it('hold texts to what can be stored and shown', async () => {
    expect(await subject(await create({ name: '🏃'.repeat(200) }))).toMatchObject({ name: '🏃'.repeat(200) });
    const refused = async (fields: string) => refusals(await call('POST', '/subjects', fields));
    expect(await refused(JSON.stringify({ name: '🏃'.repeat(201) }))).toEqual(['body.name string_too_long']);
    expect(await refused('{"name":"\\ud800"}')).toEqual(['body.name string_unicode']);
    expect(await refused('{"name":"a\\u0000"}')).toEqual(['body.name string_unicode']);
    expect(await refused('{"weight":1e999}')).toEqual(['body.weight finite_number']);
  });

  it('may not be large', async () => {
    const response = await send('POST', '/subjects', { name: 'x'.repeat(70_000) });
    expect(await bodyOf(response, 413, ErrorSchema)).toMatchObject({ code: 'body_too_large' });
  });

  it('name no prototype', async () => {
    const id = (
      (await (await call('POST', '/subjects', '{"__proto__":{"name":"x"}}')).json()) as { subject_id: string }
    ).subject_id;
    expect((await subject(id)).name).toBeNull();
  });
});

it('lists all analyses, newest first, under both spellings', async () => {
  const { key } = await createPartnerKey(api.dataDir, 'Lists');
  const list = async (path: string) =>
    (
      (await bodyOf(await call('GET', path, undefined, {}, key), 200, AnalysisListSchema)) as {
        analyses: { video_id: string }[];
      }
    ).analyses;
  expect(await list('/analysis')).toEqual([]);
  const ids: string[] = [];
  for (let count = 0; count < 3; count++)
    ids.unshift(((await (await postStart({ url: api.url, key }, { video: clip })).json()) as Started).video_id);
  expect((await list('/analysis')).map(({ video_id: id }) => id)).toEqual(ids);
  expect(await list('/analysis/user')).toEqual(await list('/analysis'));
  expect((await list('/analysis'))[0]).not.toHaveProperty('subject_id');
});
