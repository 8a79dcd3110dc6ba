import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Emulator } from '../emulator.ts';
import { controlPrefix } from './prefix.ts';
import { keyOf, readBody } from './read-body.ts';

const ModeSchema = Type.Union([
  Type.Object({ kind: Type.Literal('frozen') }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Literal('running'), rate: Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }) },
    { additionalProperties: false },
  ),
]);
const longestMs = 10 * 366 * 24 * 3600 * 1000;
const AdvanceSchema = Type.Object(
  { ms: Type.Integer({ minimum: 0, maximum: longestMs }) },
  { additionalProperties: false },
);

/** Reading the clock, freezing it, letting it run, and putting it forward. */
export function clockRoutes(app: FastifyInstance, emulator: Emulator): void {
  const told = (key: string | undefined) => ({
    now: new Date(emulator.now(key)).toISOString(),
    mode: emulator.clockMode(key),
  });
  app.get(`${controlPrefix}/clock`, async (request) => told(keyOf(request)));
  app.put(`${controlPrefix}/clock`, async (request) => {
    const key = keyOf(request);
    emulator.setClock(await readBody(request, ModeSchema), key);
    return told(key);
  });
  app.post(`${controlPrefix}/clock/advance`, async (request) => {
    const key = keyOf(request);
    await emulator.advance((await readBody(request, AdvanceSchema)).ms, key);
    return told(key);
  });
}
