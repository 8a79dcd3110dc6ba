import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { operations } from '../../contract/operations/operations.ts';
import { HttpError } from '../../http/http-error.ts';
import type { Emulator } from '../emulator.ts';
import { chosenByHeader } from '../scenarios/find-scenario.ts';
import { scenarioGroups } from '../scenarios/table.ts';
import { controlPrefix } from './prefix.ts';
import { keyOf, readBody } from './read-body.ts';

const closed = { additionalProperties: false } as const;
const share = Type.Optional(Type.Number({ minimum: 0, maximum: 1 }));
const ms = Type.Optional(Type.Integer({ minimum: 0, maximum: 60_000 }));
const FaultsSchema = Type.Object(
  {
    latency_ms: ms,
    jitter_ms: ms,
    reset_share: share,
    error_share: share,
    rate_limit_share: share,
    operations: Type.Optional(Type.Array(Type.Enum(operations.map(({ id }) => id)))),
  },
  closed,
);
const BehaviourSchema = Type.Object(
  {
    scenario: Type.Optional(Type.String()),
    strict: Type.Optional(Type.Boolean()),
    poll_ms: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
);

/** The table of scenarios, what holds for requests that choose none, and faults by chance. */
export function behaviourRoutes(app: FastifyInstance, emulator: Emulator): void {
  app.get(`${controlPrefix}/scenarios`, async () => ({
    scenarios: scenarioGroups.flatMap(({ title, scenarios }) =>
      scenarios.map(({ name, what }) => ({ name, what, group: title })),
    ),
  }));
  app.put(`${controlPrefix}/behaviour`, async (request) => {
    const { scenario, strict, poll_ms: pollMs } = await readBody(request, BehaviourSchema);
    const key = keyOf(request);
    const unknown = scenario === undefined ? null : chosenByHeader(scenario).unknown;
    if (unknown !== null) throw new HttpError('malformed_request', `There is no scenario ${unknown}`);
    if (scenario !== undefined) emulator.setScenario(scenario, key);
    if (strict !== undefined) emulator.setStrict(strict, key);
    if (pollMs !== undefined) emulator.setPollMs(pollMs, key);
    return { changed: true };
  });
  app.put(`${controlPrefix}/faults`, async (request) => {
    const faults = await readBody(request, FaultsSchema);
    emulator.setFaults(
      {
        latencyMs: faults.latency_ms ?? 0,
        jitterMs: faults.jitter_ms ?? 0,
        resetShare: faults.reset_share ?? 0,
        errorShare: faults.error_share ?? 0,
        rateLimitShare: faults.rate_limit_share ?? 0,
        operations: faults.operations ?? [],
      },
      keyOf(request),
    );
    return { changed: true };
  });
}
