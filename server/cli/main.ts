#!/usr/bin/env node
import { CommanderError } from 'commander';
import { buildProgram } from './commands.ts';
import { exitCodeOf, exitCodes, explainError } from './exit-codes.ts';
import { interruptSignal } from './interrupt.ts';

// Whoever reads our output may have read enough, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const interrupt = interruptSignal();
try {
  const program = await buildProgram(interrupt.signal, process.argv[2]);
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has already printed its message; help and version are not failures.
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage.code;
  } else {
    process.stderr.write(`${explainError(error)}\n`);
    process.exitCode = interrupt.signal.aborted ? exitCodes.interrupted.code : exitCodeOf(error);
  }
} finally {
  interrupt.release();
}
