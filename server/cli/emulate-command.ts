import { Command, InvalidArgumentError } from 'commander';
import { controlPrefix } from '../emulator/control/prefix.ts';
import type { EmulatorOptions } from '../emulator/options.ts';
import { startEmulator } from '../emulator/start-emulator.ts';
import { namedByOptions } from './address-options.ts';
import { parseBaseUrl, parseCount, parseList, parsePort } from './options.ts';

interface EmulateOptions {
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly frozen?: true;
  readonly rate?: number;
  readonly startAt?: Date;
  readonly pollMs?: number;
  readonly keys?: readonly string[];
  readonly credits?: number;
  readonly scenario?: string;
  readonly strict?: true;
  readonly anyVideo?: true;
  readonly idle?: true;
  readonly webhookAllow?: readonly string[];
  readonly publicUrl?: string;
  readonly rateLimit?: number;
  readonly keepCreditsOfFailed?: true;
  readonly reasons: boolean;
}

/** `stridelab emulate`: the Partner API without an analysis behind it, for contract tests. */
export function emulateCommand(signal: AbortSignal): Command {
  return new Command('emulate')
    .description('Emulate the Partner API for contract tests; nothing is analysed and nothing is written to disk.')
    .option('--port <number>', 'TCP port, 0 for a free one', parsePort, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <number>', 'seed of ids, people and random events', parseWhole, 1)
    .option('--frozen', 'time stands still until it is advanced, beginning at 2026-01-01T09:00:00Z')
    .option('--rate <factor>', 'speed of time, as a multiple of real time (default: 1)', parseRate)
    .option('--start-at <time>', 'the time at the start (default: now, or as above when frozen)', parseTime)
    .option(
      '--poll-ms <count>',
      'time by which a poll advances its analysis (default: 4000 when frozen, else 0)',
      parseWhole,
    )
    .option('--keys <list>', 'accept only these API keys (default: any key, each a partner of its own)', parseList)
    .option('--credits <count>', 'initial credits of every partner (default: not charged)', parseWhole)
    .option('--scenario <names>', 'scenarios for requests that choose none')
    .option('--strict', 'refuse unknown fields instead of reporting them in a header')
    .option('--any-video', 'accept anything as a video')
    .option('--idle', 'analyses do not progress by themselves')
    .option(
      '--webhook-allow <list>',
      'networks, addresses and hosts allowed for webhooks besides this machine',
      parseList,
    )
    .option('--public-url <url>', 'base of the media links', parseBaseUrl)
    .option('--rate-limit <count>', 'requests that a partner may send in a minute (default: no limit)', parseCount)
    .option('--keep-credits-of-failed', 'keep the credit of an analysis that fails')
    .option('--no-reasons', 'do not say why an analysis failed, like the vendor')
    .action(async (options: EmulateOptions) => {
      const emulator = await namedByOptions(startEmulator(emulatorOptions(options)));
      process.stdout.write(
        `StrideLab emulates the Partner API at ${emulator.url}\nControls: ${emulator.url}${controlPrefix}\n`,
      );
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      await emulator.close();
    });
}

function emulatorOptions(options: EmulateOptions): EmulatorOptions {
  const { frozen, rate, startAt, keys, reasons, rateLimit, ...rest } = options;
  return {
    ...rest,
    clock: frozen === true ? { kind: 'frozen' } : { kind: 'running', rate: rate ?? 1 },
    pollMs: options.pollMs ?? (frozen === true ? 4000 : 0),
    tellReasons: reasons,
    ...(keys === undefined ? {} : { keys: 'known', knownKeys: keys }),
    ...(rateLimit === undefined ? {} : { requestsPerMinute: rateLimit }),
    ...(startAt !== undefined ? { startAt } : frozen === true ? {} : { startAt: Date.now() }),
  };
}

function parseWhole(text: string): number {
  const count = Number(text);
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 0.');
  return count;
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= 1e6)) throw new InvalidArgumentError('Write a factor above 0, such as 60.');
  return rate;
}

function parseTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('Write a time such as 2026-01-01T09:00:00Z.');
  return time;
}
