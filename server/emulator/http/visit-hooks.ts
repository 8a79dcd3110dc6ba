import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getResults } from '../../contract/operations/get-results.ts';
import { HttpError } from '../../http/http-error.ts';
import { controlPrefix } from '../control/prefix.ts';
import { chosenByHeader } from '../scenarios/find-scenario.ts';
import type { Worlds } from '../world/worlds.ts';
import { faultsByChance } from './chance.ts';
import { cutOff } from './cut-off.ts';
import { preferredAnswer } from './preferred-answer.ts';
import { refusalNow } from './refusal-now.ts';
import { violationHeaders } from './violation-headers.ts';
import { requestViolations } from './violations.ts';
import type { Visit, Visits } from './visit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for the emulator's own routes. */
    visit: Visit | null;
  }
}

const ordinaryRetryAfterS = 5;
/** Longest answer that the journal keeps, characters. */
const mostKeptLetters = 4000;

/** Every request is a visit to a world: its scenarios act before anything else, and it is written down at its end. */
export function visitHooks(app: FastifyInstance, worlds: Worlds, visits: Visits): void {
  app.decorateRequest('visit', null);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(controlPrefix)) {
      done();
      return;
    }
    const world = worldOf(request, worlds);
    const { chosen, unknown } = chosenByHeader(headerOf(request, 'stridelab-scenario'));
    const visit: Visit = {
      world,
      sequence: world.requests.nextSequence(),
      at: new Date(world.clock.now()).toISOString(),
      chosen: chosen.names.length > 0 ? chosen : world.behaviour.scenario,
      fields: null,
      violations: [],
      subjectName: null,
      retryAfterS: null,
    };
    request.visit = visit;
    visits.run(visit, () => {
      if (unknown !== null) {
        done(new HttpError('malformed_request', `StrideLab-Scenario: there is no scenario ${unknown}`));
        return;
      }
      meet(visit, request, reply, done);
    });
  });
  app.addHook('preHandler', (request, _reply, done) => {
    const { visit } = request;
    if (visit === null) {
      done();
      return;
    }
    // The body's end comes from the socket, which knows nothing of the visit.
    const goOn = (error?: Error): void => visits.run(visit, () => done(error));
    visit.world.timeline.toNow().then(() => goOn(), goOn);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { visit } = request;
    if (visit === null) return payload;
    return leave(visit, request, reply, payload);
  });
}

type Done = (error?: Error) => void;

/** Breaks off, delays or refuses the request, as its scenario says. */
function meet(visit: Visit, request: FastifyRequest, reply: FastifyReply, done: Done): void {
  const { world, chosen } = visit;
  const operation = request.routeOptions.config?.operation?.id ?? null;
  const byChance = faultsByChance(world.behaviour.faults, { seed: world.seed, request: visit.sequence, operation });
  const { connection, latencyMs } = { ...byChance, ...chosen.effects };
  const goOn = (): void => {
    if (connection === 'reset') {
      writeDown(visit, request, null, undefined);
      reply.hijack();
      request.raw.socket.resetAndDestroy();
      return;
    }
    const preferred = preferredAnswer(request);
    if (preferred !== null) {
      visit.retryAfterS = preferred.status === 429 ? ordinaryRetryAfterS : null;
      reply.header('preference-applied', preferred.applied).code(preferred.status).send(preferred.body);
      return;
    }
    const refusal = refusalNow(world, chosen) ?? byChance.refusal ?? null;
    if (refusal === null) {
      done();
      return;
    }
    visit.retryAfterS = refusal.retryAfterS ?? null;
    done(new HttpError(refusal.error));
  };
  if (latencyMs === undefined) goOn();
  else sleep(latencyMs).then(goOn).catch(done);
}

async function leave(visit: Visit, request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const { world } = visit;
  const { pollMs } = world.behaviour;
  const text = typeof payload === 'string' ? payload : undefined;
  visit.violations.push(...requestViolations(request, reply.statusCode, text));
  if (visit.retryAfterS !== null) reply.header('retry-after', String(visit.retryAfterS));
  reply.header('date', new Date(world.clock.now()).toUTCString());
  if (visit.chosen.names.length > 0) reply.header('stridelab-scenario', visit.chosen.names.join(', '));
  reply.headers(violationHeaders(visit.violations));
  writeDown(visit, request, reply.statusCode, text);
  if (pollMs > 0 && request.routeOptions.config.operation === getResults) {
    const { analysis_id: id } = request.params as { readonly analysis_id: string };
    await world.timeline.hasten(id.toLowerCase(), pollMs);
  }
  return visit.chosen.effects.connection === 'cut' ? cutOff(request, reply, payload) : payload;
}

function writeDown(visit: Visit, request: FastifyRequest, status: number | null, text: string | undefined): void {
  const { world, sequence, at, fields, violations, chosen } = visit;
  // A free port is another one at every start, and the journal is to be the same.
  const ownAddress = `${request.protocol}://${request.host}`;
  const [path] = request.url.split('?');
  // A longer one is not held either: what a getter names lives as long as its entry.
  const kept = text !== undefined && text.length <= mostKeptLetters ? text : null;
  world.requests.add({
    sequence,
    at,
    method: request.method,
    path,
    query: plainQuery(request),
    operation: request.routeOptions.config?.operation?.id ?? null,
    fields,
    scenarios: chosen.names,
    status,
    get answer() {
      return kept === null ? null : parsed(kept.replaceAll(ownAddress, ''));
    },
    violations,
  });
}

const secrets = new Set(['apiKey', 'signature']);

const plainQuery = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>)
      .filter(([name]) => !secrets.has(name))
      .map(([name, value]) => [name, String(value)]),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: a text.
    return text;
  }
}

const headerOf = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
};

/** The world of the request's key, else of the analysis whose picture it asks for, else nobody's. */
function worldOf(request: FastifyRequest, worlds: Worlds): Visit['world'] {
  const { apiKey } = request.query as { readonly apiKey?: string | readonly string[] };
  const key = (typeof apiKey === 'string' ? apiKey : apiKey?.at(-1)) ?? '';
  const ofKey = key === '' ? null : worlds.ofKey(key);
  if (ofKey !== null) return ofKey;
  const [, id] = /^\/media\/([^/?]+)\//.exec(request.url) ?? [];
  return (id === undefined ? null : worlds.ofAnalysis(id)) ?? worlds.nobody;
}
