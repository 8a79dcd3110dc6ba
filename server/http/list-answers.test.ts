import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiServer, bodyOf, startApiServer } from '../../test/support/api-server.ts';
import { createPartnerKey } from '../accounts/partner-keys.ts';
import { AnalysisListSchema, SubjectAnalysisListSchema } from '../contract/schemas/analysis-list.ts';
import type { AnalysisSummary } from '../store/analysis-record.ts';
import { openDataDir } from '../store/data-dir.ts';
import { openDatabase } from '../store/open-database.ts';
import { ListAnswers } from './list-answers.ts';

const count = 5000;
const subject = '0b6f5a54-98a3-4b0f-8d0f-0a4c1f0d7a11';

/** Analyses of one partner, two of each moment, and every second of one subject. */
const fill = `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?)
  INSERT INTO analyses (id, partner_id, analysis_type, subject_id, height_m, weight_kg, language, treadmill, full_body,
    notify_via_webhook, upload_name, status, percentage, attempt, crashes, created_at)
  SELECT printf('%08d-0000-4000-8000-000000000000', n), (SELECT id FROM partners), 'side_view',
    CASE n % 2 WHEN 0 THEN '${subject}' END, 1.8, 70, 'en', 0, 1, 0, '', 'failed', 0, 1, 0, 1000 * (n / 2)
  FROM numbers`;

describe('a long list', () => {
  let api: ApiServer;
  beforeAll(async () => {
    api = await startApiServer();
    const database = await openDatabase(openDataDir(api.dataDir));
    await database.run(fill, count);
    const bare = `INSERT INTO subjects (id, partner_id, created_at) SELECT ?, id, 1 FROM partners`;
    await database.run(bare, subject);
    await database.close();
  });
  afterAll(() => api.stop());

  const ids = (most: number, step: number): string[] =>
    Array.from({ length: most }, (_, index) => `${String(index * step).padStart(8, '0')}-0000-4000-8000-000000000000`);

  it('is whole and in order, written as a short one is', async () => {
    const whole = await fetch(`${api.url}/analysis?apiKey=${api.key}`);
    const text = await whole.clone().text();
    const { analyses } = (await bodyOf(whole, 200, AnalysisListSchema)) as { analyses: { video_id: string }[] };
    expect(analyses.map(({ video_id: id }) => id)).toEqual(ids(count, 1).reverse());
    expect(text).toBe(JSON.stringify({ analyses }));
    const linked = await fetch(`${api.url}/analysis/subjects/${subject}?apiKey=${api.key}`);
    const body = (await bodyOf(linked, 200, SubjectAnalysisListSchema)) as typeof linkedBody;
    const linkedBody = { subject_id: subject, analyses: analyses.filter((_, index) => index % 2 === 1) };
    expect(body).toEqual(linkedBody);
  });

  it('is answered to HEAD without its body', async () => {
    for (const path of ['/analysis', `/analysis/subjects/${subject}`]) {
      const answer = await fetch(`${api.url}${path}?apiKey=${api.key}`, { method: 'HEAD' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(await answer.text()).toBe('');
    }
  });

  it('lets others’ requests pass, also beside others of its partner', async () => {
    const { key } = await createPartnerKey(api.dataDir, 'Zenith');
    const ended: string[] = [];
    const ask = async (path: string, asking: string, name: string): Promise<void> => {
      await (await fetch(`${api.url}${path}?apiKey=${asking}`)).text();
      ended.push(name);
    };
    const lists = Array.from({ length: 10 }, () => ask('/analysis', api.key, 'list'));
    await Promise.all([...lists, ask('/analysis', key, 'other')]);
    expect(ended.indexOf('other')).toBeLessThan(3);
  });
});

/** Lists without an end, and how many pages of them were asked for. */
function endless() {
  let asked = 0;
  const analysis = (id: number): AnalysisSummary => ({
    id: String(id),
    analysisType: 'side_view',
    status: 'pending',
    percentage: 0,
    subjectId: null,
    createdAtMs: 0,
  });
  const answers = new ListAnswers({
    list: async (_, { limit }) => {
      asked++;
      return { analyses: Array.from({ length: limit }, (_, index) => analysis(index)), next: 'x' };
    },
  });
  return { answers, asked: () => asked };
}

it('of which nobody reads on is read no further', async () => {
  const { answers, asked } = endless();
  const answer = await answers.answer({ partnerId: 'a', subjectId: null }, {});
  if (!('stream' in answer)) throw new Error('it is endless');
  await once(answer.stream, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked()).toBeLessThan(10);
  answer.stream.destroy();
  await once(answer.stream, 'close');
});

it('of which nobody wants the body is read for one page', async () => {
  const { answers, asked } = endless();
  const answer = await answers.answer({ partnerId: 'a', subjectId: null, isHead: true }, {});
  if (!('stream' in answer)) throw new Error('it is endless');
  expect(await text(answer.stream)).toBe('');
  expect(asked()).toBe(1);
});
