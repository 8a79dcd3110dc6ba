import type { DecisionId } from '../contract/decisions/catalogue.ts';
import { AnswerValidator } from '../contract-check/answer-validator.ts';
import { decisionsTouched, placeOfPointer } from '../contract-check/decisions-touched.ts';
import type { OpenApiDocument } from '../contract-check/open-api-document.ts';
import type { AskAgain } from './ask-again.ts';
import type { Exchange, RecordedBody } from './exchange.ts';
import { compareShapes } from './json-shape.ts';
import { addressMark } from './scrubber.ts';

/** One way in which our answer to a recorded request differs from the recorded one. */
export interface RecordingDifference {
  /** `contract`: the recorded answer is not what our contract says. The others: what our server answered instead. */
  readonly kind: 'contract' | 'status' | 'content' | 'shape';
  readonly place: string;
  readonly theirs: string;
  readonly ours: string;
}

/** A recorded exchange, held against ours. */
export interface ComparedExchange {
  /** Counted from 1, in the recording's order. */
  readonly number: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly differences: readonly RecordingDifference[];
  readonly decisions: readonly DecisionId[];
  /** Why our server was not asked, or why its answer says nothing; null when it was compared. */
  readonly notAsked: string | null;
}

/** What a recorded answer says that our contract does not, and, where a server of ours is given, what that answers instead. */
export async function compareRecording(
  exchanges: readonly Exchange[],
  ours: OpenApiDocument,
  askAgain: AskAgain | null,
): Promise<ComparedExchange[]> {
  const validator = new AnswerValidator(ours);
  const compared: ComparedExchange[] = [];
  for (const [i, exchange] of exchanges.entries()) {
    const { request, answer } = exchange;
    const ofContract = contractDifferences(validator, exchange);
    const live = askAgain === null ? null : await askAgain(exchange);
    const ofAnswer = live === null || 'skipped' in live ? [] : answerDifferences(answer, live);
    const differences = [...ofContract, ...ofAnswer];
    const operation = validator.operationOf(request.method, request.path)?.decisions ?? [];
    const touched = differences.flatMap(({ place }) =>
      decisionsTouched({
        marks: [],
        operation,
        status: String(answer.status),
        place: placeOfPointer(place),
        path: request.path,
      }),
    );
    compared.push({
      number: i + 1,
      method: request.method,
      path: request.path,
      status: answer.status,
      differences,
      decisions: [...new Set(touched)],
      notAsked: live !== null && 'skipped' in live ? live.skipped : null,
    });
  }
  return compared;
}

function contractDifferences(validator: AnswerValidator, { request, answer }: Exchange): RecordingDifference[] {
  const { method, path } = request;
  const { status, headers, body } = answer;
  const problems = validator.problems({
    method,
    path,
    status,
    contentType: headers['content-type'] ?? null,
    body: bytesOf(body),
  });
  return problems.map(({ place, message }) => ({ kind: 'contract', place, theirs: message, ours: '' }));
}

function answerDifferences(theirs: Exchange['answer'], ours: Exchange['answer']): RecordingDifference[] {
  if (theirs.status !== ours.status)
    return [{ kind: 'status', place: '', theirs: String(theirs.status), ours: String(ours.status) }];
  if (theirs.body.kind !== ours.body.kind)
    return [{ kind: 'content', place: '', theirs: contentOf(theirs), ours: contentOf(ours) }];
  return compareShapes(jsonOf(theirs.body), jsonOf(ours.body)).map((gap) => ({ kind: 'shape', ...gap }));
}

const contentOf = ({ headers, body }: Exchange['answer']): string => headers['content-type'] ?? body.kind;

/** The JSON of a body; null, which fits everything, for what is none. Of lines the first two: head and frame. */
const jsonOf = (body: RecordedBody): unknown => {
  if (body.kind === 'json') return body.value;
  return body.kind === 'lines' ? { head: body.values[0], line: body.values[1] ?? null } : null;
};

function bytesOf(body: RecordedBody): Buffer {
  const text = (value: unknown): string =>
    JSON.stringify(value ?? null).replaceAll(addressMark, 'https://recorded.example');
  if (body.kind === 'json') return Buffer.from(text(body.value));
  return Buffer.from(body.kind === 'lines' ? body.values.map(text).join('\n') : '');
}
