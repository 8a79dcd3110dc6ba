import { expect, it } from 'vitest';
import { AnswerValidator } from './answer-validator.ts';
import { readDocument } from './read-document.ts';

const document = `
openapi: 3.0.3
info: { title: T, version: '1' }
paths:
  /things/{id}:
    get:
      responses:
        '200':
          description: One.
          content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
        '206': { description: Part of a picture., content: { image/jpeg: { schema: { type: string, format: binary } } } }
        4XX: { description: Refused. }
  /things/all:
    get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array } } } } } }
components:
  schemas:
    Thing:
      type: object
      required: [score]
      additionalProperties: false
      properties:
        score: { type: number, nullable: true, minimum: 0, exclusiveMinimum: true }
        part: { nullable: true, allOf: [{ $ref: '#/components/schemas/Thing' }] }
        nullable: { type: string, enum: [nullable] }
`;

const validator = new AnswerValidator(readDocument(document, 'a document'));

const problems = (
  path: string,
  status: number,
  body: string,
  contentType = 'application/json; charset=utf-8',
  method = 'GET',
) =>
  validator
    .problems({ method, path, status, contentType, body: Buffer.from(body) })
    .map(({ kind, place }) => (place === '' ? kind : `${kind} ${place}`));

it.each<[string, number, string, string[]]>([
  ['/things/1', 200, '{"score":0.5}', []],
  ['/things/1/', 200, '{"score":null,"part":{"score":1,"part":null},"nullable":"nullable"}', []],
  ['/things/1', 200, '{"score":0}', ['body /score']],
  ['/things/1', 200, '{}', ['body']],
  ['/things/1', 200, '{"score":1,"part":{"score":"1"}}', ['body /part/score', 'body /part']],
  ['/things/1', 200, '{"score":1', ['body']],
  ['/things/1', 201, '{"score":1}', ['status']],
  ['/things/1', 404, 'whatever', []],
  ['/things/all', 200, '[]', []],
  ['/things/all', 200, '{}', ['body']],
  ['/nothing', 404, '{}', ['operation']],
])('%s answered %i %s', (path, status, body, expected) => {
  expect([...new Set(problems(path, status, body))]).toEqual(expected);
});

it('names a property that a closed schema does not know', () => {
  const answer = { method: 'GET', path: '/things/1', status: 200, contentType: 'application/json' };
  expect(validator.problems({ ...answer, body: Buffer.from('{"score":1,"shoe":2}') })).toEqual([
    { kind: 'body', place: '/shoe', message: 'is no known property' },
  ]);
});

it('holds the content type against the document', () => {
  expect(problems('/things/1', 200, '{"score":1}', 'text/html')).toEqual(['content_type']);
  expect(problems('/things/1', 206, 'jpeg', 'image/jpeg')).toEqual([]);
});

it('takes HEAD for a GET without a body, and no other method for it', () => {
  expect(problems('/things/1', 200, '', 'application/json', 'HEAD')).toEqual([]);
  expect(problems('/things/1', 200, '{"score":1}', 'application/json', 'POST')).toEqual(['operation']);
});
