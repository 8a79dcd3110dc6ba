import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { FieldsError } from '../../http/http-error.ts';
import type { ClockMode } from '../clock/emulated-clock.ts';
import type { Emulator } from '../emulator.ts';
import { controlPrefix } from './prefix.ts';
import { keyOf, readBody } from './read-body.ts';

// No union of both modes: a union's faults are those of either, and the reader is told what the other one lacks.
const ModeSchema = Type.Object(
  {
    kind: Type.Enum(['frozen', 'running']),
    rate: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e6 })),
  },
  { additionalProperties: false },
);
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
    emulator.setClock(modeOf(await readBody(request, ModeSchema)), key);
    return told(key);
  });
  app.post(`${controlPrefix}/clock/advance`, async (request) => {
    const key = keyOf(request);
    await emulator.advance((await readBody(request, AdvanceSchema)).ms, key);
    return told(key);
  });
}

/** @throws FieldsError for a clock that runs at no rate, or is frozen at one. */
function modeOf({ kind, rate }: Static<typeof ModeSchema>): ClockMode {
  const isFrozen = kind === 'frozen';
  if (isFrozen && rate === undefined) return { kind };
  if (!isFrozen && rate !== undefined) return { kind, rate };
  const msg = isFrozen ? 'A frozen clock has no rate' : 'A running clock needs a rate, such as 1 or 60';
  throw new FieldsError([{ loc: ['body', 'rate'], msg, type: 'control' }]);
}
