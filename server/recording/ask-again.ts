import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askServer, readClip } from '../contract-check/ask-server.ts';
import type { Exchange, RecordedBody, RecordedRequest } from './exchange.ts';
import { readBody } from './read-body.ts';
import { pairIds } from './same-places.ts';
import { Scrubber } from './scrubber.ts';

/** Asks our server what was asked when the recording was made. */
export type AskAgain = (exchange: Exchange) => Promise<Exchange['answer'] | { readonly skipped: string }>;

export interface AskAgainOptions {
  /** Address of our server, without a slash at its end. */
  readonly url: string;
  readonly key: string;
  /** A clip to stand in for the recorded ones, which are not kept; null skips the requests that carry one. */
  readonly videoPath: string | null;
  readonly pollMs?: number;
  readonly mostPolls?: number;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const untilEnded = new Set(['pending', 'analyzing']);

/**
 * Sends recorded requests to a server of ours, in the recording's order. Ids that our server gave where theirs gave one take
 * its place in what follows. Results are asked for until they stand where the recorded ones stood.
 */
export function askAgain({ url, key, videoPath, pollMs = 500, mostPolls = 600 }: AskAgainOptions): AskAgain {
  const ids = new Map<string, string>();
  const ask = async (request: RecordedRequest, body: FormData | string | null): Promise<Exchange['answer']> => {
    const query = new URLSearchParams(request.query.map(([name, value]): [string, string] => [name, value]));
    if (request.key === 1) query.set('apiKey', key);
    else if (request.key !== null) query.set('apiKey', 'another-key');
    const path = request.path.replace(uuid, (id) => ids.get(id) ?? id);
    const response = await askServer(url, `${path}?${query}`, {
      method: request.method,
      ...(body !== null && { body }),
      headers: {
        ...(request.accept !== null && { accept: request.accept }),
        ...(request.body.kind === 'json' && { 'content-type': 'application/json' }),
      },
    });
    const type = response.headers.get('content-type');
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: type === null ? {} : { 'content-type': type },
      body: await readBody(type, bytes, new AsIs()),
    };
  };
  return async ({ request, answer }) => {
    if (request.key !== null && request.key > 2) return { skipped: 'it was asked with a third key' };
    const body = await bodyOf(request.body, videoPath, ids);
    if (body !== null && typeof body === 'object' && 'skipped' in body) return body;
    const missing = [...request.path.matchAll(uuid)].find(([id]) => isStandIn(id) && !ids.has(id));
    if (missing !== undefined && answer.status < 300) return { skipped: 'what it asks for was not made here' };
    let live = await ask(request, body);
    const wanted = statusOf(answer);
    for (let poll = 0; wanted !== null && poll < mostPolls && shouldWait(wanted, statusOf(live)); poll++) {
      await sleep(pollMs);
      live = await ask(request, body);
    }
    const reached = statusOf(live);
    if (wanted !== null && reached !== null && untilEnded.has(wanted) && wanted !== reached)
      return { skipped: `ours was past ${wanted} already` };
    if (answer.body.kind === 'json' && live.body.kind === 'json') pairIds(answer.body.value, live.body.value, ids);
    return live;
  };
}

/** Whether our analysis has still to come where theirs was. */
const shouldWait = (wanted: string, reached: string | null): boolean =>
  reached !== null && wanted !== reached && untilEnded.has(reached) && wanted !== 'pending';

const isStandIn = (id: string): boolean => id.startsWith('00000000-0000-4000-8000-');

function statusOf({ body }: Exchange['answer']): string | null {
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
  const { status } = body.value as { readonly status?: unknown };
  return typeof status === 'string' ? status : null;
}

type Skipped = { readonly skipped: string };

async function bodyOf(
  body: RecordedBody,
  videoPath: string | null,
  ids: ReadonlyMap<string, string>,
): Promise<FormData | string | Skipped | null> {
  if (body.kind === 'none') return null;
  const known = (text: string): string => text.replace(uuid, (id) => ids.get(id) ?? id);
  if (body.kind === 'json') return known(JSON.stringify(body.value));
  if (body.kind !== 'form') return { skipped: 'its body was not kept' };
  const form = new FormData();
  for (const part of body.parts) {
    if ('value' in part) form.append(part.name, known(part.value));
    else if (videoPath === null) return { skipped: 'it carries a file: name one with --video' };
    else form.append(part.name, new Blob([await readClip(videoPath)]), basename(videoPath));
  }
  return form;
}

/** Our own answers are compared, not kept. */
class AsIs extends Scrubber {
  override json(value: unknown): unknown {
    return value;
  }
}
