import type { AttemptOutcome, WebhookSettings } from '../../store/webhook-store.ts';
import type { Message, PostMessage } from '../../webhooks/post-message.ts';
import type { EmulatedClock } from '../clock/emulated-clock.ts';
import type { DeliveryEntry } from '../journal/entries.ts';
import type { Log } from '../journal/log.ts';
import type { WebhookFault } from '../scenarios/scenario.ts';

export interface EmulatedPostOptions {
  readonly post: PostMessage;
  readonly clock: EmulatedClock;
  readonly log: Log<DeliveryEntry>;
  /** What is to go wrong with an analysis's events. */
  readonly faultOf: (analysisId: string) => WebhookFault | null;
  /** Why nothing is posted to an address; null when it is. */
  readonly refusal: (url: string) => string | null;
}

/** A message as it is to be posted, and where to. */
interface Letter {
  readonly message: Message;
  readonly settings: WebhookSettings;
}

/** What is between the posting of an event and what a scenario makes of it, as a snapshot keeps it. */
export interface KeptPost {
  readonly refused: readonly (readonly [eventId: string, times: number])[];
  /** By analysis, the last one first. */
  readonly held: readonly (readonly [analysisId: string, letters: readonly Letter[]])[];
  readonly late: readonly (Letter & { readonly atMs: number })[];
}

interface EventBody {
  readonly event: string;
  readonly video_id: string;
  readonly status: string;
}

const taken: AttemptOutcome = { status: 200, error: null };

/** Posts events as the server does, writes every attempt down, and lets go wrong what a scenario asks for. */
export class EmulatedPost {
  readonly #options: EmulatedPostOptions;
  /** How often the answers about an event have not counted so far. */
  readonly #refused: Map<string, number>;
  /** Events that are held back until the last of their analysis. */
  readonly #held: Map<string, readonly Letter[]>;
  /** Those that were taken, and are posted later. */
  readonly #late = new Set<Letter & { readonly atMs: number }>();

  constructor(options: EmulatedPostOptions, kept?: KeptPost) {
    this.#options = options;
    this.#refused = new Map(kept?.refused);
    this.#held = new Map(kept?.held);
    for (const late of kept?.late ?? []) this.#postLater(late);
  }

  keep(): KeptPost {
    return { refused: [...this.#refused], held: [...this.#held], late: [...this.#late] };
  }

  readonly post: PostMessage = async (message, settings, signal) => {
    const body = JSON.parse(message.body) as EventBody;
    const { clock, faultOf } = this.#options;
    const send = (): Promise<AttemptOutcome> => this.send(message, settings, signal);
    const fault = faultOf(body.video_id);
    switch (fault?.kind) {
      case 'refused':
        return this.#counts(message.id, fault.attempts) ? send() : lostAnswer(await send());
      case 'duplicated':
        await send();
        return send();
      case 'late':
        this.#postLater({ message, settings, atMs: clock.now() + fault.delayMs });
        return taken;
      case 'never':
        return this.#begin(message, settings)(false, { status: null, error: 'no answer within 10 s' });
      case 'out-of-order':
        return this.#backwards(body, { message, settings }, signal);
      default:
        return send();
    }
  };

  /** Posts a message now. */
  async send(message: Message, settings: WebhookSettings, signal: AbortSignal): Promise<AttemptOutcome> {
    const write = this.#begin(message, settings);
    const refusal = this.#options.refusal(settings.url);
    if (refusal !== null) return write(false, { status: null, error: refusal });
    return write(true, await this.#options.post(message, settings, signal));
  }

  /** Whether an attempt's answer counts: after so many that did not. */
  #counts(id: string, attempts: number): boolean {
    const refused = this.#refused.get(id) ?? 0;
    if (refused >= attempts) return true;
    this.#refused.set(id, refused + 1);
    return false;
  }

  #postLater(late: Letter & { readonly atMs: number }): void {
    this.#late.add(late);
    this.#options.clock.at(late.atMs, async () => {
      this.#late.delete(late);
      await this.send(late.message, late.settings, new AbortController().signal);
    });
  }

  async #backwards({ video_id: id, status }: EventBody, letter: Letter, signal: AbortSignal): Promise<AttemptOutcome> {
    const held = this.#held.get(id) ?? [];
    if (status !== 'success' && status !== 'failed') {
      this.#held.set(id, [letter, ...held]);
      return taken;
    }
    this.#held.delete(id);
    const outcome = await this.send(letter.message, letter.settings, signal);
    for (const { message, settings } of held) await this.send(message, settings, signal);
    return outcome;
  }

  /** An attempt has its place and its time from when it begins. @returns What writes down how it ended. */
  #begin(message: Message, { url }: WebhookSettings): (sent: boolean, outcome: AttemptOutcome) => AttemptOutcome {
    const { clock, log } = this.#options;
    const sequence = log.nextSequence();
    const at = new Date(clock.now()).toISOString();
    return (sent, outcome) => {
      const body = JSON.parse(message.body) as EventBody;
      const { event, video_id } = body;
      log.add({ sequence, at, id: message.id, url, event, video_id, sent, ...outcome, body });
      return outcome;
    };
  }
}

/** The receiver has had it, and its answer does not count. */
const lostAnswer = (outcome: AttemptOutcome): AttemptOutcome =>
  outcome.status === null ? outcome : { status: 500, error: 'answered 500' };
