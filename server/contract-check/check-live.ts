import type { DecisionId } from '../contract/decisions/catalogue.ts';
import { type AnswerProblem, AnswerValidator } from './answer-validator.ts';
import { decisionsTouched, placeOfPointer } from './decisions-touched.ts';
import { type LiveOptions, liveAnswers } from './live-requests.ts';
import type { OpenApiDocument } from './open-api-document.ts';
import { pathTemplate, readOperations } from './read-operations.ts';

/** One answer of a running server, held against a document. */
export interface LiveCheck {
  readonly method: string;
  readonly path: string;
  readonly purpose: string;
  readonly status: number;
  readonly problems: readonly AnswerProblem[];
  /** What the problems rest on. */
  readonly decisions: readonly DecisionId[];
}

/** Sends requests to a running server and tells which answers are not as their document has them. */
export async function checkLive(
  theirs: OpenApiDocument,
  ours: OpenApiDocument,
  options: LiveOptions,
): Promise<LiveCheck[]> {
  const validator = new AnswerValidator(theirs);
  const own = new AnswerValidator(ours);
  const asked = readOperations(theirs);
  const wanted = (method: string, template: string): boolean => asked.get(pathTemplate(template))?.has(method) === true;
  const checks: LiveCheck[] = [];
  for await (const { purpose, ...answer } of liveAnswers(options, wanted)) {
    const { method, path, status } = answer;
    const problems = validator.problems(answer);
    const decisions = problems.map(({ place }) =>
      decisionsTouched({
        marks: [],
        operation: own.operationOf(method, path)?.decisions ?? [],
        status: String(status),
        place: placeOfPointer(place),
        path,
      }),
    );
    checks.push({ method, path, purpose, status, problems, decisions: [...new Set(decisions.flat())] });
  }
  return checks;
}
