import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { GivenAnswer } from './answer-validator.ts';
import { askServer, readClip } from './ask-server.ts';

export interface LiveOptions {
  /** Base of the server, without a slash at its end. */
  readonly url: string;
  readonly key: string;
  /** A clip to start an analysis of, which takes a credit; null for none. */
  readonly videoPath: string | null;
  /** Whether to make, change and delete a subject, and to save the webhook again as it is. */
  readonly write: boolean;
}

/** An answer with the template of the path that was asked for. */
export interface LiveAnswer extends GivenAnswer {
  /** Such as `/analysis/{}/results`. */
  readonly template: string;
  /** What the request was about, for the report. */
  readonly purpose: string;
}

interface Asked {
  readonly method?: string;
  readonly purpose: string;
  readonly key?: string | null;
  readonly body?: FormData | string;
}

const unknownId = '00000000-0000-4000-8000-000000000000';
const pollMs = 1000;
const mostPolls = 600;

/**
 * Asks a running server everything that needs no change of it, and with a video or `write` the rest too.
 *
 * @param wanted Whether a method and a path's template are asked at all.
 * @throws StrideError `server_unreachable`, `video_not_found`, `invalid_option` for a key that the server refuses.
 */
export async function* liveAnswers(
  options: LiveOptions,
  wanted: (method: string, template: string) => boolean,
): AsyncGenerator<LiveAnswer> {
  const clip = options.videoPath === null ? null : await readClip(options.videoPath);
  const client = new LiveClient(options, wanted);
  yield* client.refusals();
  yield* client.analyses();
  yield* client.subjects();
  yield* client.webhook();
  if (clip !== null) yield* client.start(clip, basename(options.videoPath ?? ''));
  if (options.write) yield* client.changeSubject();
}

class LiveClient {
  readonly #options: LiveOptions;
  readonly #wanted: (method: string, template: string) => boolean;

  constructor(options: LiveOptions, wanted: (method: string, template: string) => boolean) {
    this.#options = options;
    this.#wanted = wanted;
  }

  async *refusals(): AsyncGenerator<LiveAnswer> {
    yield* this.#ask('/analysis/{}/results', [unknownId], { purpose: 'without a key', key: null });
    yield* this.#ask('/analysis/{}/results', [unknownId], { purpose: 'with a wrong key', key: 'wrong' });
    for (const template of [
      '/analysis/{}/results',
      '/analysis/{}/results/calculated_data',
      '/analysis/{}/results/frame_data',
      '/subjects/{}',
      '/analysis/subjects/{}',
    ])
      yield* this.#ask(template, [unknownId], { purpose: 'of an unknown id' });
  }

  async *analyses(): AsyncGenerator<LiveAnswer> {
    yield* this.#ask('/analysis/user', [], { purpose: 'the older spelling' });
    const { answer, items, status: listed } = await this.#list('/analysis', 'analyses');
    // Refusals all fit their document, so a mistyped key would pass for a server without a difference.
    if (listed === 401 || listed === 403)
      throw new StrideError('invalid_option', `the server refuses the key of --key with ${listed}`);
    yield* answer;
    const byStatus = new Map(items.map((item) => [String(item.status), String(item.video_id)]));
    for (const [status, id] of byStatus) yield* this.#everythingOf(id, status);
  }

  async *subjects(): AsyncGenerator<LiveAnswer> {
    const { answer, items } = await this.#list('/subjects', 'subjects');
    yield* answer;
    for (const { id } of items.slice(0, 1)) {
      yield* this.#ask('/subjects/{}', [String(id)], { purpose: 'a subject' });
      yield* this.#ask('/analysis/subjects/{}', [String(id)], { purpose: 'a subject’s analyses' });
    }
  }

  async *webhook(): AsyncGenerator<LiveAnswer> {
    for await (const answer of this.#ask('/webhook', [], { purpose: 'the webhook' })) {
      yield answer;
      const { url, enabled } = jsonOf(answer);
      if (this.#options.write && typeof url === 'string')
        yield* this.#ask('/webhook', [], {
          method: 'PUT',
          purpose: 'saved again as it is',
          body: JSON.stringify({ url, enabled }),
        });
    }
  }

  async *start(clip: Uint8Array<ArrayBuffer>, name: string): AsyncGenerator<LiveAnswer> {
    const form = new FormData();
    form.append('video', new Blob([clip]), name);
    for await (const answer of this.#ask('/analysis/start', [], { method: 'POST', purpose: 'a start', body: form })) {
      yield answer;
      const { video_id: id } = jsonOf(answer);
      if (typeof id === 'string') yield* this.#follow(id);
    }
  }

  async *changeSubject(): AsyncGenerator<LiveAnswer> {
    const fields = { name: 'Contract check', height: 1.7 };
    for await (const answer of this.#ask('/subjects', [], {
      method: 'POST',
      purpose: 'a new subject',
      body: JSON.stringify(fields),
    })) {
      yield answer;
      const { subject_id: id } = jsonOf(answer);
      if (typeof id !== 'string') continue;
      yield* this.#ask('/subjects/{}', [id], {
        method: 'PUT',
        purpose: 'a change',
        body: JSON.stringify({ weight: 60 }),
      });
      yield* this.#ask('/subjects/{}', [id], { purpose: 'the new subject' });
      yield* this.#ask('/subjects', [], { purpose: 'the list with it' });
      yield* this.#ask('/subjects/{}/delete', [id], { method: 'POST', purpose: 'its end' });
      yield* this.#ask('/subjects/{}', [id], { purpose: 'a deleted subject' });
    }
  }

  /** Each status once, then the results and what comes with them. */
  async *#follow(id: string): AsyncGenerator<LiveAnswer> {
    const told = new Set<unknown>();
    for (let poll = 0; poll < mostPolls; poll++) {
      for await (const answer of this.#ask('/analysis/{}/results', [id], { purpose: 'its results' })) {
        const { status } = jsonOf(answer);
        if (!told.has(status)) yield answer;
        told.add(status);
        if (status === 'pending' || status === 'analyzing') continue;
        yield* this.#everythingOf(id, String(status));
        return;
      }
      await sleep(pollMs);
    }
  }

  async *#everythingOf(id: string, status: string): AsyncGenerator<LiveAnswer> {
    for (const template of [
      '/analysis/{}/results',
      '/analysis/{}/results/calculated_data',
      '/analysis/{}/results/frame_data',
    ])
      yield* this.#ask(template, [id], { purpose: `of an analysis that is ${status}` });
  }

  /** A list, and what is in it also where nobody asked for the answer itself. */
  async #list(
    path: string,
    name: string,
  ): Promise<{ answer: LiveAnswer[]; status: number; items: readonly Readonly<Record<string, unknown>>[] }> {
    const answer = await this.#send(path, [], { purpose: 'the list' });
    const items = jsonOf(answer)[name];
    return {
      answer: this.#wanted('GET', path) ? [answer] : [],
      status: answer.status,
      items: Array.isArray(items) ? (items as readonly Readonly<Record<string, unknown>>[]) : [],
    };
  }

  async *#ask(template: string, values: readonly string[], asked: Asked): AsyncGenerator<LiveAnswer> {
    if (this.#wanted(asked.method ?? 'GET', template)) yield await this.#send(template, values, asked);
  }

  async #send(
    template: string,
    values: readonly string[],
    { method = 'GET', purpose, key, body }: Asked,
  ): Promise<LiveAnswer> {
    const left = [...values];
    const path = template.replace(/\{\}/g, () => left.shift() ?? '');
    const query = key === null ? '' : `?apiKey=${encodeURIComponent(key ?? this.#options.key)}`;
    const response = await askServer(this.#options.url, path + query, {
      method,
      ...(body !== undefined && { body }),
      ...(typeof body === 'string' && { headers: { 'content-type': 'application/json' } }),
    });
    return {
      method,
      path,
      template,
      purpose,
      status: response.status,
      contentType: response.headers.get('content-type'),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }
}

/** An answer's object; an empty one for any other body. */
function jsonOf({ body }: LiveAnswer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString());
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
