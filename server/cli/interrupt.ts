import { exitCodes } from './exit-codes.ts';

/** What ends a command early. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Does what Ctrl+C does. */
  abort(): void;
  release(): void;
}

/** A signal that aborts on the first Ctrl+C or TERM; a second one ends the process at once. */
export function interruptSignal(): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted.code);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
