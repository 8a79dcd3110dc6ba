#!/usr/bin/env node
import { CommanderError } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import { buildProgram } from './commands.ts';
import { dashHint } from './dash-hint.ts';
import { asOurs, exitCodeOf, exitCodes, explainError } from './exit-codes.ts';
import { interruptSignal } from './interrupt.ts';
import { closeLostAtExit, openTerminals } from './lost-terminal.ts';

const interrupt = interruptSignal();
const terminals = openTerminals();
// Whoever reads our output may have read enough, as `| head` does: then the work ends as by Ctrl+C, and silently.
let isUnread = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A terminal that has gone takes nothing more.
    const isGone = error.code === 'EIO' && stream.isTTY;
    if (error.code === 'EPIPE' || isGone) {
      isUnread = true;
      interrupt.abort();
      return;
    }
    const told = new StrideError('output_not_writable', refusedPath('standard output', error));
    process.stderr.write(`${explainError(told)}\n`);
    process.exit(exitCodeOf(told));
  });

try {
  const program = await buildProgram(interrupt.signal, process.argv[2]);
  await program.parseAsync(process.argv);
} catch (caught) {
  const error = asOurs(caught);
  if (error instanceof CommanderError) {
    // Commander has already printed its message; help and version are not failures.
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.usage.code;
    const hint = dashHint(error);
    if (hint !== null) process.stderr.write(`${hint}\n`);
  } else {
    if (!isUnread) process.stderr.write(`${explainError(error)}\n`);
    // Whatever the end of the work is taken for. A question for a password reads Ctrl+C as any other key, and aborts by itself.
    process.exitCode = interrupt.signal.aborted ? exitCodes.interrupted.code : exitCodeOf(error);
  }
} finally {
  interrupt.release();
  closeLostAtExit(terminals);
}
