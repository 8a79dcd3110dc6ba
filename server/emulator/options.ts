import type { ClockMode } from './clock/emulated-clock.ts';

/** Everything, public addresses by http: too, or public addresses by https: alone. */
export type WebhookAddresses = 'local' | 'http' | 'public';

/** How an emulator is started. */
export interface EmulatorOptions {
  /** Ids, keys, secrets, people and chance follow from it; 1 by default. */
  readonly seed?: number;
  /** 0 for a free one, which is the default. */
  readonly port?: number;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** The time at the start; 2026-01-01T09:00:00Z by default. */
  readonly startAt?: Date | number | string;
  /** Frozen by default: time goes by when it is told to. */
  readonly clock?: ClockMode;
  /** How much time a poll of the results lets go by for that analysis alone, milliseconds; 4000 by default, 0 for none. */
  readonly pollMs?: number;
  /** `any`, the default, takes every key for a partner of its own; `known` takes those alone that were made. */
  readonly keys?: 'any' | 'known';
  /** Keys that are there from the start. */
  readonly knownKeys?: readonly string[];
  /** Credits of a partner at the start; unmetered by default. */
  readonly credits?: number;
  /** Whether a request with an unknown field is refused; its violations are told in a header by default. */
  readonly strict?: boolean;
  /** Whether anything that is sent as a video counts as one; it must be a real clip by default. */
  readonly anyVideo?: boolean;
  /** Scenarios of every request and analysis that chooses none, as the header names them. */
  readonly scenario?: string;
  /** What webhook addresses are accepted: `local`, the default, takes http: and this machine too; the others are as the real server. */
  readonly webhookAddresses?: WebhookAddresses;
  /** Networks, addresses and hosts beside this machine that events are posted to; none by default. */
  readonly webhookAllow?: readonly string[];
  /** Whether no analysis goes on by itself; false by default. */
  readonly idle?: boolean;
  readonly tellReasons?: boolean;
  readonly keepCreditsOfFailed?: boolean;
  readonly requestsPerMinute?: number;
  readonly publicUrl?: string;
  readonly linkLifetimeS?: number;
}

/** All of it, decided. */
export interface EmulatorSettings {
  readonly seed: number;
  readonly startMs: number;
  readonly clock: ClockMode;
  readonly pollMs: number;
  readonly keys: 'any' | 'known';
  readonly credits: number | null;
  readonly strict: boolean;
  readonly anyVideo: boolean;
  readonly scenario: string;
  readonly webhookAddresses: WebhookAddresses;
  readonly webhookAllow: readonly string[];
  readonly idle: boolean;
  readonly keepCreditsOfFailed: boolean;
  readonly linkLifetimeS: number;
}

const startOfTime = '2026-01-01T09:00:00Z';

export const settingsOf = (options: EmulatorOptions): EmulatorSettings => ({
  seed: options.seed ?? 1,
  startMs: new Date(options.startAt ?? startOfTime).getTime(),
  clock: options.clock ?? { kind: 'frozen' },
  pollMs: options.pollMs ?? 4000,
  keys: options.keys ?? 'any',
  credits: options.credits ?? null,
  strict: options.strict ?? false,
  anyVideo: options.anyVideo ?? false,
  scenario: options.scenario ?? '',
  webhookAddresses: options.webhookAddresses ?? 'local',
  webhookAllow: options.webhookAllow ?? [],
  idle: options.idle ?? false,
  keepCreditsOfFailed: options.keepCreditsOfFailed ?? false,
  linkLifetimeS: options.linkLifetimeS ?? 3600,
});
