import { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { readVersion } from './read-version.ts';

/** Each command, loaded when it is asked for: what the server needs would delay an analysis by half a second. */
const commands: Readonly<Record<string, (signal: AbortSignal) => Promise<Command>>> = {
  analyze: async (signal) => (await import('./analyze-command.ts')).analyzeCommand(signal),
  batch: async (signal) => (await import('./batch-command.ts')).batchCommand(signal),
  export: async (signal) => (await import('./export-command.ts')).exportCommand(signal),
  report: async (signal) => (await import('./report-command.ts')).reportCommand(signal),
  serve: async (signal) => (await import('./serve-command.ts')).serveCommand(signal),
  worker: async (signal) => (await import('./worker-command.ts')).workerCommand(signal),
  config: async () => (await import('./config-command.ts')).configCommand(),
  doctor: async () => (await import('./doctor-command.ts')).doctorCommand(),
  emulate: async (signal) => (await import('./emulate-command.ts')).emulateCommand(signal),
  keys: async () => (await import('./keys-command.ts')).keysCommand(),
  people: async (signal) => (await import('./people-command.ts')).peopleCommand(signal),
  credits: async () => (await import('./credits-command.ts')).creditsCommand(),
  data: async (signal) => (await import('./data-folder-command.ts')).dataFolderCommand(signal),
  usage: async () => (await import('./usage-command.ts')).usageCommand(),
  contract: async () => (await import('./contract-command.ts')).contractCommand(),
  recording: async (signal) => (await import('./recording-command.ts')).recordingCommand(signal),
  webhooks: async () => (await import('./webhooks-command.ts')).webhooksCommand(),
  models: async (signal) => (await import('./models-command.ts')).modelsCommand(signal),
  demo: async (signal) => (await import('./demo-command.ts')).demoCommand(signal),
  completion: async () => (await import('./completion-command.ts')).completionCommand(),
};

const exitCodeHelp = Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${String(code).padEnd(4)}${meaning}`)
  .join('\n');

const hint = '(add --help for the options)';

/**
 * The command line. Errors are thrown, not exited, so that one place decides the status.
 *
 * @param asked The command that is wanted; all are there when it is none of them.
 */
export async function buildProgram(signal: AbortSignal, asked = ''): Promise<Command> {
  const program = new Command('stridelab')
    .description('Running biomechanics from a short video, entirely on this machine.')
    .version(readVersion())
    .showHelpAfterError(hint)
    .addHelpText(
      'after',
      `
Examples:
  stridelab analyze run.mp4 --view side --height 1.78
  stridelab analyze treadmill.mp4 --height 1.78 --treadmill --pace 05:30 --out report
  stridelab batch clips --height 1.78 --jobs 2
  stridelab export report --format trc --out run.trc
  stridelab keys create --partner acme --data ./data --json
  stridelab serve --port 8080 --data ./data
  stridelab emulate --port 4010 --frozen

Exit codes:
${exitCodeHelp}`,
    )
    .exitOverride();
  const wanted = Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
  for (const load of wanted) {
    const command = await load(signal);
    program.addCommand(command.exitOverride().showHelpAfterError(hint));
  }
  return program;
}
