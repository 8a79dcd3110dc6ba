import { describe, expect, it } from 'vitest';
import { altered, found } from '../../test/support/small-specification.ts';

describe('finds what differs, and nothing else', () => {
  it.each<[string, string, string[]]>([
    [
      'a path that ours lacks',
      altered(['components:', '  /others: { get: { responses: {} } }\ncomponents:']),
      ['! path_missing * /others path'],
    ],
    [
      'a path that theirs lacks',
      altered(['  /things:', '  /thinks:']),
      ['! path_missing * /thinks path', '- path_extra * /things path analysis_lists'],
    ],
    [
      'a method that ours lacks',
      altered(['    post:', '    put:']),
      ['! method_missing PUT /things operation', '- method_extra POST /things operation'],
    ],
    [
      'a path parameter’s name',
      altered(['/things/{thing_id}', '/things/{id}'], ['name: thing_id', 'name: id']),
      ['- parameter_name GET /things/{id} path parameter id'],
    ],
    [
      'a path parameter’s format',
      altered([
        'required: true, schema: { type: string } }]',
        'required: true, schema: { type: string, format: uuid } }]',
      ]),
      ['- format GET /things/{thing_id} path parameter thing_id'],
    ],
    [
      'a query parameter',
      altered([
        '      x-decisions: [analysis_lists]',
        '      parameters: [{ name: page, in: query, schema: { type: integer } }]',
      ]),
      ['! parameter_missing GET /things query parameter page analysis_lists'],
    ],
    [
      'no key',
      altered(['      x-decisions: [analysis_lists]', '      security: []']),
      ['! parameter_extra GET /things query parameter apiKey analysis_lists'],
    ],
    [
      'the key’s name',
      altered(['name: apiKey }', 'name: key }']),
      [
        '! parameter_missing GET /things query parameter key analysis_lists',
        '! parameter_extra GET /things query parameter apiKey analysis_lists',
        '! parameter_missing POST /things query parameter key',
        '! parameter_extra POST /things query parameter apiKey',
        '! parameter_missing GET /things/{thing_id} query parameter key',
        '! parameter_extra GET /things/{thing_id} query parameter apiKey',
      ],
    ],
    [
      'a body that need not be',
      altered(['        required: true\n', '']),
      ['! body_required POST /things request body'],
    ],
    [
      'another content type of a body',
      altered(['multipart/form-data', 'application/x-www-form-urlencoded']),
      [
        '! content_type_missing POST /things request body application/x-www-form-urlencoded',
        '- content_type_extra POST /things request body multipart/form-data',
      ],
    ],
    [
      'a field that ours lacks',
      altered(['file: {', 'note: { type: string }\n                file: {']),
      ['! property_missing POST /things request body multipart/form-data note'],
    ],
    [
      'a field that theirs lacks',
      altered(['                kind: { type: string, enum: [side, back], default: side }\n', '']),
      ['- property_extra POST /things request body multipart/form-data kind'],
    ],
    [
      'a field that ours wants',
      altered(['              required: [file]\n', '']),
      ['! required POST /things request body multipart/form-data file'],
    ],
    [
      'a value more in a request',
      altered(['enum: [side, back]', 'enum: [side, back, front]']),
      ['! values POST /things request body multipart/form-data kind'],
    ],
    [
      'a value fewer in a request',
      altered(['enum: [side, back]', 'enum: [side]']),
      ['- values POST /things request body multipart/form-data kind'],
    ],
    [
      'another default',
      altered(['default: 1.7', 'default: 1.8']),
      ['! default POST /things request body multipart/form-data height height_and_weight'],
    ],
    [
      'another limit of a request',
      altered(['maximum: 2.5,', 'maximum: 3,']),
      ['! limit POST /things request body multipart/form-data height height_and_weight'],
    ],
    [
      'another type of a request',
      altered(['height: { type: number', 'height: { type: string']),
      ['! type POST /things request body multipart/form-data height height_and_weight'],
    ],
    [
      'an answer that ours lacks',
      altered(["        '413'", "        '418'"]),
      ['- status_missing POST /things answer 418', '- status_extra POST /things answer 413 upload_refusals'],
    ],
    ['a range of answers', altered(["        '413'", "        '4XX'"]), []],
    [
      'a success of another code',
      altered(["        '202':", "        '201':"]),
      ['- status_missing POST /things answer 201', '! status_extra POST /things answer 202'],
    ],
    [
      'a header that ours lacks',
      altered(['headers: { Location:', 'headers: { X-Id: { schema: { type: string } }, Location:']),
      ['! header_missing POST /things answer 202 header x-id'],
    ],
    [
      'a header that theirs lacks',
      altered(['          headers: { Location: { schema: { type: string } } }\n', '']),
      ['- header_extra POST /things answer 202 header location'],
    ],
    [
      'another content type of an answer',
      altered(['application/json: { schema: { type: object', 'text/plain: { schema: { type: object']),
      [
        '! content_type_missing POST /things answer 202 text/plain',
        '- content_type_extra POST /things answer 202 application/json',
      ],
    ],
    [
      'another type in every answer that has it',
      altered(['count: { type: integer', 'count: { type: string']),
      [
        '! type GET /things answer 200 application/json things[].count analysis_lists',
        '! type GET /things/{thing_id} answer 200 application/json count',
      ],
    ],
    [
      'a number where ours is whole',
      altered(['count: { type: integer', 'count: { type: number']),
      [
        '- type GET /things answer 200 application/json things[].count analysis_lists',
        '- type GET /things/{thing_id} answer 200 application/json count',
      ],
    ],
    [
      'null that theirs never has',
      altered(['score: { type: number, nullable: true,', 'score: { type: number,']),
      [
        '! type GET /things answer 200 application/json things[].score score_number',
        '! type GET /things/{thing_id} answer 200 application/json score score_number',
      ],
    ],
    [
      'another format',
      altered(['id: { type: string, format: uuid }\n        score', 'id: { type: string }\n        score']),
      [
        '- format GET /things answer 200 application/json things[].id analysis_lists',
        '- format GET /things/{thing_id} answer 200 application/json id',
      ],
    ],
    [
      'a property that ours lacks',
      altered(
        ['required: [id, score, range]', 'required: [id, score, range, colour]'],
        ['        count:', '        colour: { type: string }\n        count:'],
      ),
      [
        '! property_missing GET /things answer 200 application/json things[].colour analysis_lists',
        '! property_missing GET /things/{thing_id} answer 200 application/json colour',
      ],
    ],
    [
      'a property that theirs lacks and forbids',
      altered(['        count: { type: integer, minimum: 1 }\n', '']),
      [
        '! property_extra GET /things answer 200 application/json things[].count analysis_lists',
        '! property_extra GET /things/{thing_id} answer 200 application/json count',
      ],
    ],
    [
      'a property that ours may leave out',
      altered(['required: [id, score, range]', 'required: [id, score, range, count]']),
      [
        '! required GET /things answer 200 application/json things[].count analysis_lists',
        '! required GET /things/{thing_id} answer 200 application/json count',
      ],
    ],
    [
      'the length of an array',
      altered(['maxItems: 2', 'maxItems: 3']),
      [
        '! limit GET /things answer 200 application/json things[].range analysis_lists',
        '! limit GET /things/{thing_id} answer 200 application/json range',
      ],
    ],
    [
      'what an array holds',
      altered(['items: { type: number }', 'items: { type: string }']),
      [
        '! type GET /things answer 200 application/json things[].range[] analysis_lists',
        '! type GET /things/{thing_id} answer 200 application/json range[]',
      ],
    ],
    [
      'further properties by a schema',
      altered([
        '                additionalProperties: false\n',
        '                additionalProperties: { type: string }\n',
      ]),
      ['! additional_properties GET /things answer 200 application/json analysis_lists'],
    ],
    [
      'a variant that theirs lacks',
      altered([
        '                  - { type: object, required: [status], properties: { status: { type: string, enum: [waiting] } } }\n',
        '',
      ]),
      ['! variant_extra GET /things/{thing_id} answer 200 application/json'],
    ],
    [
      'a value within a variant',
      altered(['enum: [waiting]', 'enum: [pending]']),
      ['! values GET /things/{thing_id} answer 200 application/json status'],
    ],
    [
      'a schema that says nothing',
      altered(['count: { type: integer, minimum: 1 }', 'count: {}']),
      [
        '- unspecified GET /things answer 200 application/json things[].count analysis_lists',
        '- unspecified GET /things/{thing_id} answer 200 application/json count',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
