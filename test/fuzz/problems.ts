import type { OperationEntry } from '../../server/contract-check/read-operations.ts';
import { securityHeaders } from '../../server/http/security-headers.ts';
import type { Judge } from '../api/run/judge.ts';
import { sendRequest } from '../api/run/send-request.ts';
import type { FuzzRequest } from './request-arbitrary.ts';
import { sendBytes } from './send-bytes.ts';

/** Every answer has these, refusals and what is no HTTP included; some routes give them values of their own. */
const headersOfAll = Object.keys(securityHeaders);

/** Sends a request. @returns What is wrong with its answer; nothing when all is well. */
export async function problemsOf(request: FuzzRequest, operation: OperationEntry, judge: Judge): Promise<string[]> {
  const answer = await sendRequest(request);
  const problems = [...judge(request, answer)];
  if (answer.status >= 500) problems.push(`HTTP ${answer.status} ${answer.body.toString()}`);
  const missing = headersOfAll.filter((name) => answer.headers[name] === undefined);
  // 304 repeats what the client may keep a file by, and nothing else is to be known of it.
  if (missing.length > 0) problems.push(`HTTP ${answer.status} without ${missing.join(', ')}`);
  if (!isJudgedByKey(request, operation, answer.status)) return problems;
  for (const [status, keyed] of keyRefusals)
    if ((answer.status === status) !== (request.keyed === keyed))
      problems.push(`HTTP ${answer.status} with a key that is ${request.keyed}`);
  return problems;
}

const keyRefusals = [
  [401, 'missing'],
  [403, 'wrong'],
] as const;

/** Whether the key comes before all else: nothing that is looked up or read may tell anything to who has none. */
function isJudgedByKey(request: FuzzRequest, operation: OperationEntry, status: number): boolean {
  if (request.method !== operation.method || !operation.parameters.some(({ name }) => name === 'apiKey')) return false;
  // Of a request that was spoilt in its path or headers it may be refused first what is no HTTP, or no place.
  return isSound(request, operation) ? status !== 431 : ![400, 404, 405, 431].includes(status);
}

const ordinaryHeaders = new Set(['content-type', 'content-length']);

/** Whether path and headers are as the document has them, whatever ids the path names. */
function isSound({ url, headers }: FuzzRequest, { path }: OperationEntry): boolean {
  const wanted = new RegExp(`^${path.replace(/\{[^}]*\}/g, '[0-9A-Fa-f-]{36}')}/?$`);
  return (
    wanted.test(url.split('?')[0].replace(/^https?:\/\/[^/]+/, '')) &&
    headers.every(([name]) => ordinaryHeaders.has(name.toLowerCase()))
  );
}

/** The same for bytes that may be no request: what the server answers, if anything, is HTTP and no fault of its own. */
export async function problemsOfBytes(bytes: Buffer, url: string): Promise<string[]> {
  const answer = await sendBytes(url, bytes);
  if (answer === '') return [];
  // Nobody can tell where one answer of several ends without reading each; their first lines begin lines.
  const [first = '', ...later] = [...answer.matchAll(/(?:^|\n|\})HTTP\/1\.1 ([0-9]{3})/g)].map(([, status]) => status);
  const faults = [first, ...later].filter((status) => !/^[1-4]/.test(status));
  const problems = faults.map((status) => `HTTP ${status}: ${answer.slice(0, 300)}`);
  const head = answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();
  if (/^[2-4]/.test(first))
    problems.push(
      ...headersOfAll.filter((name) => !head.includes(`\n${name}:`)).map((name) => `HTTP ${first} without ${name}`),
    );
  if (/^4/.test(first) && !/"detail":/.test(answer) && !/^http\/1\.1 4\d\d[\s\S]*content-length: 0/.test(head))
    problems.push(`HTTP ${first} without a detail: ${answer.slice(0, 300)}`);
  return problems;
}
