import { CaseSyntaxError, type Given } from '../format/case-file.ts';
import { curlRequest } from '../format/curl-request.ts';
import { expandVariables } from '../format/shell-words.ts';
import type { CaseRun } from './run-case.ts';
import { type HttpAnswer, sendRequest } from './send-request.ts';
import type { AnalysisState } from './target.ts';

/** What one `given` line works with. */
interface Arranging {
  readonly run: CaseRun;
  readonly variables: Map<string, string>;
  /** Work that is only waited for once all `given` lines have begun. */
  readonly later: Promise<void>[];
}

interface Phrase {
  readonly form: RegExp;
  readonly act: (arranging: Arranging, match: RegExpExecArray) => Promise<void>;
}

const name = '([A-Z][A-Z0-9_]*)';

/** Every `given` that is understood; README.md says them in words. */
const phrases: readonly Phrase[] = [
  {
    form: new RegExp(`^a partner(?: ${name})?$`),
    act: async ({ run, variables }, [, as = 'KEY']) => void variables.set(as, await run.target.newPartner()),
  },
  {
    form: /^([0-9]+) credits?$/,
    act: ({ run, variables }, [, amount]) => run.target.grantCredits(keyOf(variables), Number(amount)),
  },
  {
    form: new RegExp(`^a second key ${name}$`),
    act: async ({ run, variables }, [, as]) => void variables.set(as, await run.target.newKey(keyOf(variables))),
  },
  {
    form: new RegExp(`^the key ${name} is revoked$`),
    act: ({ run, variables }, [, key]) => run.target.revokeKey(keyOf(variables, key)),
  },
  {
    form: new RegExp(`^the key ${name} is rotated to ${name}$`),
    act: async ({ run, variables }, [, key, as]) =>
      void variables.set(as, await run.target.rotateKey(keyOf(variables, key))),
  },
  {
    form: new RegExp(`^a subject ${name}(?: (\\{.*\\}))?$`),
    act: async ({ run, variables }, [, as, json = '{}']) => {
      const answer = await post(run, variables, '/subjects', ['-d', json, '-H', 'Content-Type: application/json'], 201);
      variables.set(as, stringOf(answer, 'subject_id'));
    },
  },
  {
    form: new RegExp(`^the subject ${name} is deleted$`),
    act: async ({ run, variables }, [, subject]) =>
      void (await post(run, variables, `/subjects/$${subject}/delete`, ['-X', 'POST'], 200)),
  },
  {
    form: /^a webhook (\S+?)(, disabled)?$/,
    act: async ({ run, variables }, [, url, disabled]) => {
      const json = JSON.stringify({ url: expandVariables(url, variables), enabled: disabled === undefined });
      await post(run, variables, '/webhook', ['-X', 'PUT', '-d', json, '-H', 'Content-Type: application/json'], 200);
    },
  },
  {
    form: new RegExp(`^an analysis ${name}(?: of (\\S+))?(?: with (.+?))? that (.+)$`),
    act: startAnalysis,
  },
];

/** Brings about every state, in order; analyses run side by side. @throws CaseSyntaxError, CannotArrange */
export async function arrange(
  run: CaseRun,
  path: string,
  givens: readonly Given[],
  variables: Map<string, string>,
): Promise<void> {
  const later: Promise<void>[] = [];
  for (const { text, line } of givens) {
    const phrase = phrases.find(({ form }) => form.test(text));
    const match = phrase?.form.exec(text) ?? null;
    if (phrase === undefined || match === null)
      throw new CaseSyntaxError(path, line, `“given ${text}” is not understood`);
    try {
      await phrase.act({ run, variables, later }, match);
    } catch (error) {
      if (error instanceof ArrangementFailed) throw new CaseSyntaxError(path, line, error.message);
      throw error;
    }
  }
  await Promise.all(later);
}

/** A request that a `given` line stands for was refused. */
class ArrangementFailed extends Error {}

async function startAnalysis(
  { run, variables, later }: Arranging,
  [, as, clip = 'clip.mp4', fields, state]: RegExpExecArray,
): Promise<void> {
  const words = (fields ?? '').split(' ').filter((field) => field !== '');
  const form = [`video=@${clip}`, ...words.map((field) => expandVariables(field, variables))].flatMap((field) => [
    '-F',
    field,
  ]);
  const id = stringOf(await post(run, variables, '/analysis/start', form, 202), 'video_id');
  variables.set(as, id);
  later.push(run.target.bringTo(id, keyOf(variables), stateOf(state)));
}

function stateOf(words: string): AnalysisState {
  const running = /^is at ([0-9]+) %$/.exec(words);
  if (running !== null) return { kind: 'running', percentage: Number(running[1]) };
  const failed = /^has failed(?: with (\w+))?$/.exec(words);
  if (failed !== null) return { kind: 'failed', code: failed[1] ?? null };
  if (words === 'waits') return { kind: 'waiting' };
  if (words === 'is done') return { kind: 'done' };
  throw new ArrangementFailed(`an analysis “that ${words}” is not understood`);
}

function keyOf(variables: ReadonlyMap<string, string>, called = 'KEY'): string {
  const key = variables.get(called);
  if (key === undefined) throw new ArrangementFailed(`nothing is called ${called}`);
  return key;
}

async function post(
  { target, readFile }: CaseRun,
  variables: ReadonlyMap<string, string>,
  path: string,
  options: readonly string[],
  status: number,
): Promise<HttpAnswer> {
  const url = `${target.url}${expandVariables(path, variables)}?apiKey=${keyOf(variables)}`;
  const answer = await sendRequest(await curlRequest(['curl', url, ...options], readFile));
  if (answer.status !== status)
    throw new ArrangementFailed(`${path} answered HTTP ${answer.status} ${answer.body.toString().slice(0, 300)}`);
  return answer;
}

function stringOf({ body }: HttpAnswer, key: string): string {
  const value = (JSON.parse(body.toString()) as Readonly<Record<string, unknown>>)[key];
  if (typeof value !== 'string') throw new ArrangementFailed(`no ${key} in ${body.toString().slice(0, 300)}`);
  return value;
}
