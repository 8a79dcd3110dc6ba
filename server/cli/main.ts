#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { analyzeCommand } from './analyze-command.ts';
import { demoCommand } from './demo-command.ts';
import { exitCodeOf, exitCodes, explainError } from './exit-codes.ts';
import { interruptSignal } from './interrupt.ts';
import { keysCommand } from './keys-command.ts';
import { modelsCommand } from './models-command.ts';
import { serveCommand } from './serve-command.ts';

function readVersion(): string {
  const beside = import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json';
  const manifest = JSON.parse(readFileSync(new URL(beside, import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}

const exitCodeHelp = Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${String(code).padEnd(4)}${meaning}`)
  .join('\n');

/** Builds the whole command line; errors are thrown, not exited, so that one place decides the status. */
function buildProgram(signal: AbortSignal): Command {
  const program = new Command('stridelab')
    .description('Running biomechanics from a short video, on this machine alone.')
    .version(readVersion())
    .showHelpAfterError('(add --help for the options)')
    .addHelpText(
      'after',
      `
Examples:
  stridelab analyze run.mp4 --view side --height 1.78
  stridelab analyze treadmill.mp4 --height 1.78 --treadmill --pace 05:30 --out report
  stridelab keys create --partner acme --data ./data --json
  stridelab serve --port 8080 --data ./data

Exit codes:
${exitCodeHelp}`,
    )
    .exitOverride();
  for (const command of [
    analyzeCommand(signal),
    serveCommand(signal),
    keysCommand(),
    modelsCommand(signal),
    demoCommand(signal),
  ]) {
    program.addCommand(command.exitOverride().showHelpAfterError('(add --help for the options)'));
  }
  return program;
}

const interrupt = interruptSignal();
try {
  await buildProgram(interrupt.signal).parseAsync(process.argv);
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
