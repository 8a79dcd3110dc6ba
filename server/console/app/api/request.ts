import { consoleHeader, type Refusal } from '../../api/refusal.ts';
import { unattendedHeader } from '../../api/unattended.ts';
import { isAttended } from './attention.ts';
import { RefusedError } from './refused.ts';

/** Fired at the window when the server says that nobody is signed in. */
export const signedOutEvent = 'stridelab-signed-out';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The JSON that `/console/api` answers; undefined where it answers without a body. Rejects with a {@link RefusedError}. */
export async function request<Body>(path: string, { method = 'GET', body, signal }: Asked = {}): Promise<Body> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers[consoleHeader] = '1';
  else if (!isAttended()) headers[unattendedHeader] = '1';
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(`/console/api${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RefusedError(0, 'unreachable', '');
  });
  const text = await response.text();
  if (!response.ok) throw refusedBy(response.status, text, response.headers.get('retry-after'));
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

/** The refusal that an answer is; tells the window when it is that nobody is signed in. */
export function refusedBy(status: number, text: string, retryAfter: string | null): RefusedError {
  const refusal = refusalOf(text);
  if (status === 401 && refusal.code === 'not_signed_in') window.dispatchEvent(new Event(signedOutEvent));
  return new RefusedError(status, refusal.code, refusal.detail, retryAfter === null ? null : Number(retryAfter));
}

function refusalOf(text: string): Refusal {
  const unreadable = { code: 'unreadable', detail: '' };
  try {
    const body = JSON.parse(text) as Partial<Refusal>;
    return { code: body.code ?? unreadable.code, detail: body.detail ?? unreadable.detail };
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}
