import { compareDocuments } from '../../server/contract-check/compare-documents.ts';
import { readDocument } from '../../server/contract-check/read-document.ts';

/** A small specification with one of everything that is compared. */
export const ours = `
openapi: 3.0.3
info: { title: Ours, version: '1' }
security: [{ apiKey: [] }]
paths:
  /things:
    get:
      x-decisions: [analysis_lists]
      responses:
        '200':
          description: All of them.
          content:
            application/json:
              schema:
                type: object
                required: [things]
                additionalProperties: false
                properties:
                  things: { type: array, items: { $ref: '#/components/schemas/Thing' } }
        '429': { description: Too many. }
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: { type: string, format: binary }
                kind: { type: string, enum: [side, back], default: side }
                height: { type: number, minimum: 0.5, maximum: 2.5, default: 1.7, x-decision: height_and_weight }
      responses:
        '202':
          description: Taken.
          headers: { Location: { schema: { type: string } } }
          content: { application/json: { schema: { type: object, properties: { id: { type: string, format: uuid } } } } }
        '413': { description: Too large. }
  /things/{thing_id}:
    get:
      parameters: [{ name: thing_id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: One.
          content:
            application/json:
              schema:
                anyOf:
                  - { $ref: '#/components/schemas/Thing' }
                  - { type: object, required: [status], properties: { status: { type: string, enum: [waiting] } } }
components:
  securitySchemes: { apiKey: { type: apiKey, in: query, name: apiKey } }
  schemas:
    Thing:
      type: object
      required: [id, score, range]
      additionalProperties: false
      properties:
        id: { type: string, format: uuid }
        score: { type: number, nullable: true, minimum: 0, maximum: 1, x-decision: score_number }
        range: { type: array, items: { type: number }, minItems: 2, maxItems: 2 }
        parent: { $ref: '#/components/schemas/Thing' }
        count: { type: integer, minimum: 1 }
        label: { nullable: true, anyOf: [{ type: string, enum: [a, b] }] }
`;

const compared = (text: string) => compareDocuments(readDocument(text, 'theirs'), readDocument(ours, 'ours'));

/** That specification with something replaced, which has to be there. */
export function altered(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, to);
  }, ours);
}

/** A line for each difference from that specification: breaking or not, kind, operation, part, place, decisions. */
export const found = (text: string): string[] =>
  compared(text).map(({ kind, breaking, method, path, part, place, decisions }) =>
    [breaking ? '!' : '-', kind, method ?? '*', path, part, place, decisions.join('+')]
      .filter((word) => word !== '')
      .join(' '),
  );
