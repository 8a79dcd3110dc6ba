import { StrideError } from '../../engine/errors/stride-error.ts';
import { createServer } from '../http/create-server.ts';
import { addressUnavailable } from '../http/listen.ts';
import type { AnswerWatcher } from '../http/watch-answers.ts';
import { addressPolicy } from '../webhooks/address-policy.ts';
import type { Analyser } from './analyser/analyser.ts';
import { controlRoutes } from './control/routes.ts';
import { Emulator } from './emulator.ts';
import { emulatorContext } from './http/emulator-context.ts';
import { Visits } from './http/visit.ts';
import { visitHooks } from './http/visit-hooks.ts';
import { type EmulatorOptions, settingsOf } from './options.ts';
import { chosenByHeader } from './scenarios/find-scenario.ts';
import { thisMachine, unreachableReason } from './webhooks/reachable.ts';
import { noFaults } from './world/behaviour.ts';
import { Worlds } from './world/worlds.ts';

/**
 * Starts an emulator of the Partner API: the real server's routes over stores in memory, a synthetic runner in place of the analysis,
 * and a clock of its own. Nothing is written to disk.
 *
 * @param watcher Shown every answer before it goes out, for tests.
 * @throws StrideError `address_unavailable`, `invalid_option`.
 */
export async function startEmulator(options: EmulatorOptions = {}, watcher?: AnswerWatcher): Promise<Emulator> {
  const settings = settingsOf(options);
  if (!Number.isFinite(settings.startMs)) throw new StrideError('invalid_option', `startAt ${String(options.startAt)}`);
  const { chosen, unknown } = chosenByHeader(settings.scenario);
  if (unknown !== null) throw new StrideError('invalid_option', `there is no scenario ${unknown}`);
  const worlds = new Worlds({
    settings,
    analyser: analyserOnDemand(),
    behaviour: { scenario: chosen, strict: settings.strict, pollMs: settings.pollMs, faults: noFaults },
    policy: addressPolicy(true, [...thisMachine, ...settings.webhookAllow]),
    unreachableReason: unreachableReason(settings.webhookAllow),
  });
  for (const key of options.knownKeys ?? []) worlds.add(key, key);
  const visits = new Visits();
  const app = createServer(emulatorContext(worlds, visits, settings, options), {
    log: false,
    watcher,
    extend: (extended) => visitHooks(extended, worlds, visits),
  });
  const { port = 0, host = '127.0.0.1' } = options;
  const emulator = new Emulator(worlds, app, settings.seed);
  app.register(async (own) => controlRoutes(own, emulator));
  try {
    await app.listen({ port, host });
  } catch (cause) {
    await emulator.close();
    throw addressUnavailable(`${host}:${port}`, cause);
  }
  return emulator;
}

/** What films and measures takes longer to load than all the rest. */
function analyserOnDemand(): () => Promise<Analyser> {
  let analyser: Promise<Analyser> | null = null;
  return () => {
    analyser ??= import('./analyser/analyser.ts').then(({ Analyser: Loaded }) => new Loaded());
    return analyser;
  };
}
