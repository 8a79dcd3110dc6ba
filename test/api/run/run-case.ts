import { setTimeout as sleep } from 'node:timers/promises';
import type { Case, CaseFile, Exchange, Given } from '../format/case-file.ts';
import { CaseSyntaxError } from '../format/case-file.ts';
import { curlRequest, type HttpRequest, type ReadFile } from '../format/curl-request.ts';
import { shellWords } from '../format/shell-words.ts';
import { checkAnswer } from './check-answer.ts';
import { arrange } from './givens.ts';
import type { Judge } from './judge.ts';
import { type HttpAnswer, sendRequest } from './send-request.ts';
import type { Target } from './target.ts';

/** What cases are run with. */
export interface CaseRun {
  readonly target: Target;
  readonly readFile: ReadFile;
  readonly judge: Judge;
}

/** An answer that is not what a case expects; the message says where, what was expected and what came. */
export class CaseFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CaseFailure';
    // The place is in the message; ours would only hide it.
    this.stack = message;
  }
}

const pollMs = 200;

/** Brings about what holds for a whole file. @returns The variables that its cases begin with. */
export async function openFile(run: CaseRun, file: CaseFile): Promise<ReadonlyMap<string, string>> {
  const variables = new Map([['URL', run.target.url]]);
  if (file.given.length > 0) variables.set('KEY', await run.target.somePartner());
  await arrange(run, file.path, file.given, variables);
  return variables;
}

/** Runs one case. `$KEY` is the key of the file's partner where its head has one, else of any. @throws CaseFailure */
export async function runCase(
  run: CaseRun,
  path: string,
  { steps }: Case,
  shared: ReadonlyMap<string, string>,
): Promise<void> {
  const variables = new Map(shared);
  if (!variables.has('KEY')) variables.set('KEY', await run.target.somePartner());
  let givens: Given[] = [];
  for (const step of steps) {
    if (step.kind === 'given') {
      givens.push(step);
      continue;
    }
    await arrange(run, path, givens, variables);
    givens = [];
    await ask(run, path, step, variables);
  }
}

async function ask(run: CaseRun, path: string, exchange: Exchange, variables: Map<string, string>): Promise<void> {
  const request = await readCommand(run, path, exchange, variables);
  const { withinS } = exchange.expected;
  for (let left = ((withinS ?? 0) * 1000) / pollMs; ; left--) {
    const answer = await sendRequest(request);
    const { problems, captured } = checkAnswer(path, exchange.expected, answer, variables);
    const breaches = run.judge(request, answer).map((message) => ({ line: exchange.line, message }));
    if (problems.length + breaches.length === 0) {
      for (const [name, value] of captured) variables.set(name, value);
      return;
    }
    // A refusal will not turn into what is expected.
    const hopeless = breaches.length > 0 || answer.status >= 400 || left < 1;
    if (hopeless) throw failure(path, exchange, request, answer, [...problems, ...breaches]);
    await sleep(pollMs);
  }
}

async function readCommand(
  { readFile }: CaseRun,
  path: string,
  { command, line }: Exchange,
  variables: ReadonlyMap<string, string>,
): Promise<HttpRequest> {
  try {
    return await curlRequest(shellWords(command, variables), readFile);
  } catch (error) {
    throw new CaseSyntaxError(path, line, error instanceof Error ? error.message : String(error));
  }
}

const mostProblems = 8;
const mostBytes = 1000;

function failure(
  path: string,
  { line, command }: Exchange,
  request: HttpRequest,
  answer: HttpAnswer,
  problems: readonly { readonly line: number; readonly message: string }[],
): CaseFailure {
  const more = problems.length - mostProblems;
  return new CaseFailure(
    [
      `${path}:${line}: ${command.trim()}`,
      ...problems.slice(0, mostProblems).map((problem) => `  ${path}:${problem.line}: ${problem.message}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
      `  sent: ${request.method} ${request.url}`,
      `  got: HTTP ${answer.status} ${answer.headers['content-type'] ?? ''} ${shown(answer.body)}`,
    ].join('\n'),
  );
}

function shown(body: Buffer): string {
  const text = body.subarray(0, mostBytes).toString();
  return body.length > mostBytes ? `${text}… (${body.length} bytes)` : text;
}
