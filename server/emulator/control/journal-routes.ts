import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpError } from '../../http/http-error.ts';
import type { Emulator } from '../emulator.ts';
import { controlPrefix } from './prefix.ts';
import { keyOf } from './read-body.ts';

/** Parameters that say which key and how long, not what is looked for. */
const notFields = new Set(['apiKey', 'wait_ms']);
const longestWaitMs = 60_000;
const pollMs = 20;

/** The journal: reading it, waiting for an entry, clearing it, and posting an event once more. */
export function journalRoutes(app: FastifyInstance, emulator: Emulator): void {
  const { journal } = emulator;
  const kinds = {
    requests: (key: string, matches: Matcher) => journal.requests(matches, key),
    deliveries: (key: string, matches: Matcher) => journal.deliveries(matches, key),
  };
  for (const [kind, list] of Object.entries(kinds))
    app.get(`${controlPrefix}/${kind}`, async (request) => {
      const key = keyOf(request) ?? emulator.key;
      const matches = matcherOf(request);
      const { wait_ms: waitMs = '0' } = request.query as { readonly wait_ms?: string };
      const untilMs = performance.now() + Math.min(longestWaitMs, Number(waitMs) || 0);
      let found = list(key, matches);
      // Who has gone, or was sent away by the emulator's end, waits no longer.
      while (found.length === 0 && performance.now() < untilMs && !request.raw.socket.destroyed) {
        await new Promise((resolve) => setTimeout(resolve, pollMs));
        found = list(key, matches);
      }
      return { [kind]: found };
    });
  app.delete(`${controlPrefix}/journal`, async (request) => {
    journal.clear(keyOf(request) ?? emulator.key);
    return { cleared: true };
  });
  app.post<{ readonly Params: { readonly id: string } }>(`${controlPrefix}/deliveries/:id/replay`, async (request) => {
    const replayed = await emulator.replay(request.params.id, keyOf(request) ?? emulator.key);
    if (!replayed) throw new HttpError('not_found', 'No event with an address to post it to has this id');
    return { replayed };
  });
}

type Matcher = (entry: object) => boolean;

/** Every parameter is a field of the entry and its value, as text. */
function matcherOf(request: FastifyRequest): Matcher {
  const wanted = Object.entries(request.query as Record<string, unknown>).filter(([name]) => !notFields.has(name));
  return (entry) => wanted.every(([name, value]) => String((entry as Record<string, unknown>)[name]) === value);
}
