import { AnswerValidator } from '../../../server/contract-check/answer-validator.ts';
import { readDocument } from '../../../server/contract-check/read-document.ts';
import type { HttpRequest } from '../format/curl-request.ts';
import type { HttpAnswer } from './send-request.ts';

/** Says what of an answer breaks the server's own OpenAPI document; nothing when all is well. */
export type Judge = (request: HttpRequest, answer: HttpAnswer) => readonly string[];

/** Reads the document that a server gives of itself. */
export async function openJudge(url: string): Promise<Judge> {
  const response = await fetch(`${url}/openapi.yaml`);
  if (response.status !== 200) throw new Error(`${url}/openapi.yaml answers HTTP ${response.status}`);
  const validator = new AnswerValidator(readDocument(await response.text(), `${url}/openapi.yaml`));
  return ({ method, url: asked }, { status, headers, body }) => {
    const path = pathOf(asked);
    if (validator.operationOf(method, path) === null)
      return status >= 400 && status < 500 ? [] : [`HTTP ${status} where nothing is`];
    const contentType = headers['content-type'] ?? null;
    return validator
      .problems({ method, path, status, contentType, body })
      .map(({ place, message }) => `the OpenAPI document does not allow ${place === '' ? 'this' : place}: ${message}`);
  };
}

const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/?#]+/, '').replace(/[?#].*$/, '') || '/';
