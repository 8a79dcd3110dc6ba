#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { exitCodeOf, exitCodes, explainError } from './exit-codes.ts';
import { interruptSignal } from './interrupt.ts';
import { readVersion } from './read-version.ts';

const exitCodeHelp = Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${String(code).padEnd(4)}${meaning}`)
  .join('\n');

/** Each command, loaded when it is asked for: what the server needs would delay an analysis by half a second. */
const commands: Readonly<Record<string, (signal: AbortSignal) => Promise<Command>>> = {
  analyze: async (signal) => (await import('./analyze-command.ts')).analyzeCommand(signal),
  batch: async (signal) => (await import('./batch-command.ts')).batchCommand(signal),
  export: async () => (await import('./export-command.ts')).exportCommand(),
  report: async (signal) => (await import('./report-command.ts')).reportCommand(signal),
  serve: async (signal) => (await import('./serve-command.ts')).serveCommand(signal),
  worker: async (signal) => (await import('./worker-command.ts')).workerCommand(signal),
  config: async () => (await import('./config-command.ts')).configCommand(),
  doctor: async () => (await import('./doctor-command.ts')).doctorCommand(),
  emulate: async (signal) => (await import('./emulate-command.ts')).emulateCommand(signal),
  keys: async () => (await import('./keys-command.ts')).keysCommand(),
  people: async () => (await import('./people-command.ts')).peopleCommand(),
  credits: async () => (await import('./credits-command.ts')).creditsCommand(),
  data: async () => (await import('./data-folder-command.ts')).dataFolderCommand(),
  usage: async () => (await import('./usage-command.ts')).usageCommand(),
  contract: async () => (await import('./contract-command.ts')).contractCommand(),
  recording: async (signal) => (await import('./recording-command.ts')).recordingCommand(signal),
  webhooks: async () => (await import('./webhooks-command.ts')).webhooksCommand(),
  models: async (signal) => (await import('./models-command.ts')).modelsCommand(signal),
  demo: async (signal) => (await import('./demo-command.ts')).demoCommand(signal),
};

/** Builds the command line; errors are thrown, not exited, so that one place decides the status. */
async function buildProgram(signal: AbortSignal): Promise<Command> {
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
  stridelab emulate --port 4010 --frozen

Exit codes:
${exitCodeHelp}`,
    )
    .exitOverride();
  const [asked = ''] = process.argv.slice(2);
  const wanted = Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
  for (const load of wanted) {
    const command = await load(signal);
    program.addCommand(command.exitOverride().showHelpAfterError('(add --help for the options)'));
  }
  return program;
}

// Whoever reads our output may have read enough, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const interrupt = interruptSignal();
try {
  const program = await buildProgram(interrupt.signal);
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
