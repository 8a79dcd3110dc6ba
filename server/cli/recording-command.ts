import { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { systemErrorText } from '../../engine/errors/system-error-text.ts';
import { openApiYaml } from '../contract/openapi/openapi-yaml.ts';
import { readDocument } from '../contract-check/read-document.ts';
import { listen } from '../http/listen.ts';
import { askAgain } from '../recording/ask-again.ts';
import { compareRecording } from '../recording/compare-recording.ts';
import { comparisonText } from '../recording/comparison-report.ts';
import { type ProxyFault, recordingProxy } from '../recording/proxy.ts';
import { openRecording, readRecording } from '../recording/recording-file.ts';
import { replayServer } from '../recording/replay-server.ts';
import { namedByOptions } from './address-options.ts';
import { exitCodes } from './exit-codes.ts';
import { parseBaseUrl, parseOut, parsePort } from './options.ts';

interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

interface MakeOptions extends ListenOptions {
  readonly target: string;
  readonly out: string;
}

interface CompareOptions {
  readonly url?: string;
  readonly key?: string;
  readonly video?: string;
  readonly json?: true;
}

/** `stridelab recording`: what a server of this contract answers, kept without secrets, replayed and compared with ours. */
export const recordingCommand = (signal: AbortSignal): Command =>
  new Command('recording')
    .description('Record the answers of a server of this API, replay them, compare them with ours.')
    .addCommand(makeCommand(signal))
    .addCommand(replayCommand(signal))
    .addCommand(compareCommand());

const listening = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option('--port <number>', 'TCP port, 0 for a free one', parsePort, 9090)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .exitOverride();

const makeCommand = (signal: AbortSignal): Command =>
  listening('make', 'Forward requests to a server and record the exchange; keys, names, ids and pictures are replaced.')
    .requiredOption('--target <url>', 'the server to record, for example the vendor’s (required)', parseBaseUrl)
    .requiredOption('--out <file>', 'the recording, a new file (required)', parseOut)
    .action(async ({ target, out, ...listen }: MakeOptions) => {
      const recording = await openRecording(out);
      let [count, lost] = [0, 0];
      const proxy = recordingProxy({
        target,
        recording,
        onExchange: ({ request, answer }) => {
          count++;
          process.stdout.write(`${request.method} ${request.path} ${answer.status}\n`);
        },
        onFault: (fault) => {
          if (fault.kind === 'not_kept') lost++;
          process.stderr.write(`${faultText(fault)}\n`);
        },
      });
      try {
        await serveUntil(proxy, listen, signal, (url) => `Passes on to ${target}: point your client at ${url}\n`);
      } finally {
        await recording.close();
      }
      process.stdout.write(`${count} exchanges in ${out}\n`);
      if (lost > 0) throw new StrideError('output_not_writable', `${lost} exchanges could not be kept in ${out}`);
    });

function faultText({ kind, request: { method, path }, cause }: ProxyFault): string {
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const what = kind === 'unanswered' ? 'the server that is recorded cannot be reached' : 'answered, but not kept';
  return `${method} ${path}: ${what}: ${systemErrorText(first)}`;
}

const replayCommand = (signal: AbortSignal): Command =>
  listening('replay', 'Give the recorded answers, for any key.')
    .argument('<recording>', 'a file of `stridelab recording make`')
    .action(async (path: string, listen: ListenOptions) => {
      const exchanges = await readRecording(path);
      const server = replayServer(exchanges);
      await serveUntil(server, listen, signal, (url) => `Replays ${exchanges.length} exchanges at ${url}\n`);
    });

const compareCommand = (): Command =>
  new Command('compare')
    .description('Show where recorded answers differ from our contract, and from the answers of a server of ours.')
    .argument('<recording>', 'a file of `stridelab recording make`')
    .option('--url <url>', 'a server of ours, or its emulator, to send the same requests to', parseBaseUrl)
    .option('--key <key>', 'an API key of that server')
    .option('--video <path>', 'a clip to send where the recording has one')
    .option('--json', 'print the comparison as JSON')
    .exitOverride()
    .addHelpText(
      'after',
      `\nEnds with ${exitCodes.ok.code} when nothing differs, with ${exitCodes.differs.code} when something does.`,
    )
    .action(async (path: string, { url, key, video, json }: CompareOptions) => {
      if ((url === undefined) !== (key === undefined) || (video !== undefined && url === undefined))
        throw new StrideError('invalid_option', 'a server is asked with --url and --key together');
      const exchanges = await readRecording(path);
      const ask =
        url === undefined || key === undefined
          ? null
          : askAgain({ url: url.replace(/\/+$/, ''), key, videoPath: video ?? null });
      const compared = await compareRecording(
        exchanges,
        readDocument(openApiYaml('http://127.0.0.1'), 'our contract'),
        ask,
      );
      process.stdout.write(`${json ? JSON.stringify(compared, null, 2) : comparisonText(compared)}\n`);
      if (compared.some(({ differences }) => differences.length > 0)) process.exitCode = exitCodes.differs.code;
    });

/** Listens until the command is told to stop. */
async function serveUntil(
  server: FastifyInstance,
  { port, host }: ListenOptions,
  signal: AbortSignal,
  announce: (url: string) => string,
): Promise<void> {
  process.stdout.write(announce(await namedByOptions(listen(server, port, host))));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
}
