import { type Agent, request } from 'undici';
import type { AttemptOutcome, WebhookSettings } from '../store/webhook-store.ts';
import { AnswerRests } from './answer-rests.ts';
import { isDelivered } from './is-delivered.ts';
import { signatureHeaders } from './webhook-secret.ts';

export interface Message {
  /** The same at every attempt, so that a receiver can tell what it has had before. */
  readonly id: string;
  readonly body: string;
}

/** Posts a message and tells how that ended; never rejects. */
export type PostMessage = (message: Message, settings: WebhookSettings, signal: AbortSignal) => Promise<AttemptOutcome>;

export interface PostOptions {
  readonly agent: Agent;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** Posts over HTTP, and waits for the head of the answer alone. Redirects are not followed: where they lead nobody has allowed. */
export function httpPost({ agent, timeoutMs, now }: PostOptions): PostMessage {
  const rests = new AnswerRests();
  return async ({ id, body }, { url, secret }, signal) => {
    try {
      const answer = await request(url, {
        method: 'POST',
        dispatcher: agent,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'StrideLab-Webhooks',
          ...signatureHeaders({ id, body, timestampS: Math.floor(now() / 1000) }, secret),
        },
        body,
      });
      rests.read(answer.body);
      const { statusCode: status } = answer;
      return { status, error: isDelivered(status) ? null : `answered ${status}` };
    } catch (error) {
      return { status: null, error: wordsOf(error, timeoutMs) };
    }
  };
}

function wordsOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  return error.message === '' ? ('code' in error ? String(error.code) : error.name) : error.message;
}
