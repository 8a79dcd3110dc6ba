import { expect, it } from 'vitest';
import { AnswerChecker, type SentAnswer } from './answer-checker.ts';
import { frameLinesExample } from './examples/frame-data.ts';
import { exampleVideoId } from './examples/ids.ts';
import { getFrameData } from './operations/get-frame-data.ts';
import { getOpenApi } from './operations/get-openapi.ts';
import { getResults } from './operations/get-results.ts';
import { startAnalysis } from './operations/start-analysis.ts';

const json = 'application/json; charset=utf-8';
const faults = (sent: Partial<SentAnswer>, body: unknown): string[] =>
  new AnswerChecker().faults({
    operation: getResults,
    method: 'GET',
    status: 200,
    type: json,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...sent,
  });
const pending = { video_id: exampleVideoId, status: 'pending', percentage: 0 };

it('lets pass what the contract says', () => {
  expect(faults({}, pending)).toEqual([]);
  expect(faults({ status: 400 }, { video_id: exampleVideoId, status: 'failed' })).toEqual([]);
  expect(faults({ status: 404 }, { detail: 'Analysis not found' })).toEqual([]);
  expect(faults({ status: 400 }, { detail: 'x', code: 'malformed_request' })).toEqual([]);
  expect(faults({ operation: startAnalysis, status: 422 }, { detail: [{ loc: ['body'], msg: '', type: '' }] })).toEqual(
    [],
  );
  expect(faults({ operation: null, status: 404 }, { detail: 'Not Found' })).toEqual([]);
  expect(faults({ operation: getFrameData, type: 'application/x-ndjson' }, frameLinesExample)).toEqual([]);
  expect(faults({ operation: getOpenApi, type: 'application/yaml; charset=utf-8' }, 'openapi: 3.0.3')).toEqual([]);
  expect(faults({ method: 'HEAD' }, '')).toEqual([]);
});

it.each<[string, Partial<SentAnswer>, unknown]>([
  ['a field that is missing', {}, { video_id: exampleVideoId, status: 'pending' }],
  ['a field too many', {}, { ...pending, more: 1 }],
  ['another status', { status: 202 }, pending],
  ['a status that the endpoint does not know', { status: 418 }, { detail: 'x' }],
  ['a code of another status', { status: 404 }, { detail: 'x', code: 'results_not_ready' }],
  ['a refusal of another endpoint', { status: 402 }, { detail: 'x', code: 'insufficient_credits' }],
  ['wrong fields where there are none', { status: 422 }, { detail: [{ loc: ['body'], msg: '', type: '' }] }],
  ['another content type', { type: 'text/html' }, pending],
  ['what is no JSON', {}, '{'],
  ['a line that does not fit', { operation: getFrameData, type: 'application/x-ndjson' }, '{"index":0}\n'],
  ['success of no endpoint', { operation: null }, pending],
])('tells of %s', (_, sent, body) => {
  expect(faults(sent, body)).not.toEqual([]);
});
