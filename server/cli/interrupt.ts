import { exitCodes } from './exit-codes.ts';

/** What ends a command early. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Does what Ctrl+C does. */
  abort(): void;
  release(): void;
}

/** What a person or a supervisor sends to end a process; the second time it ends at once. */
const asked = ['SIGINT', 'SIGTERM'] as const;

/** A signal that aborts on the first Ctrl+C or TERM, and when the terminal goes; a second Ctrl+C or TERM ends the process at once. */
export function interruptSignal(): Interrupt {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted.code);
    controller.abort();
  };
  // With one terminal several HUPs come: of the kernel, and of the shell.
  const onHangUp = (): void => controller.abort();
  for (const signal of asked) process.on(signal, onSignal);
  process.on('SIGHUP', onHangUp);
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    release: () => {
      for (const signal of asked) process.off(signal, onSignal);
      process.off('SIGHUP', onHangUp);
    },
  };
}
