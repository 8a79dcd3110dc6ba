import { uniformAt } from '../../../fixtures/seeded-random.ts';
import { failureReason } from '../../contract/errors.ts';
import type { AddressPolicy } from '../../webhooks/address-policy.ts';
import { eventBody } from '../../webhooks/event-body.ts';
import { openPost } from '../../webhooks/open-post.ts';
import { WebhookCourier } from '../../webhooks/webhook-courier.ts';
import type { Analyser } from '../analyser/analyser.ts';
import type { Outcome } from '../analyser/emulated-analysis.ts';
import { EmulatedClock } from '../clock/emulated-clock.ts';
import type { DeliveryEntry, RequestEntry } from '../journal/entries.ts';
import { Log } from '../journal/log.ts';
import type { EmulatorSettings } from '../options.ts';
import { copyMemory, emptyMemory, type Memory } from '../stores/memory.ts';
import { addPartner } from '../stores/memory-account-store.ts';
import { setCredits } from '../stores/memory-credit-ledger.ts';
import { type MemoryStores, memoryStores } from '../stores/memory-stores.ts';
import { EmulatedPost } from '../webhooks/emulated-post.ts';
import type { Behaviour } from './behaviour.ts';
import { ordinaryCourse, stepsOf } from './course.ts';
import { hashText } from './hash-text.ts';
import type { ForcedState, KeptWorld } from './kept-world.ts';
import { SeededIds } from './seeded-ids.ts';
import { askedOf, type Started } from './started.ts';
import { Timeline } from './timeline.ts';

/** What all worlds of an emulator have in common. */
export interface Surroundings {
  readonly settings: EmulatorSettings;
  /** Loaded with the first analysis, not with the emulator. */
  readonly analyser: () => Promise<Analyser>;
  /** Of worlds that are new. */
  behaviour: Behaviour;
  /** Where events may be posted to at all. */
  readonly policy: AddressPolicy;
  /** Why nothing is posted to an address; null when it is. */
  readonly unreachableReason: (url: string) => string | null;
}

/** One partner with everything that is his alone: time, ids, stores, analyses under way, webhooks and journal. */
export class World {
  readonly name: string;
  readonly #around: Surroundings;
  readonly ids: SeededIds;
  readonly clock: EmulatedClock;
  readonly memory: Memory;
  readonly stores: MemoryStores;
  readonly timeline: Timeline;
  readonly requests = new Log<RequestEntry>();
  readonly deliveries = new Log<DeliveryEntry>();
  readonly started: Map<string, Started>;
  /** How often a scenario that refuses so many requests has refused. */
  readonly refused: Map<string, number>;
  readonly #post: EmulatedPost;
  readonly #courier: WebhookCourier;
  /** A number of its own for what comes by chance. */
  readonly seed: number;
  behaviour: Behaviour;
  /** The analyser's modules, from the first analysis on: who closes the emulator may end what they are loaded into. */
  #loading: Promise<unknown> = Promise.resolve();

  constructor(name: string, around: Surroundings, kept?: KeptWorld) {
    const { settings, policy, unreachableReason } = around;
    this.name = name;
    this.#around = around;
    this.seed = hashText(`${settings.seed}\n${name}`);
    this.behaviour = kept?.behaviour ?? around.behaviour;
    this.ids = new SeededIds(settings.seed, name, kept?.ids ?? 0);
    this.clock = new EmulatedClock(kept?.nowMs ?? settings.startMs, kept?.clock ?? settings.clock);
    this.memory = kept === undefined ? emptyMemory() : copyMemory(kept.memory);
    this.started = new Map(kept?.started);
    this.refused = new Map(kept?.refused);
    if (kept !== undefined) {
      this.requests.restore(kept.requests);
      this.deliveries.restore(kept.deliveries);
    }
    const { ids, clock } = this;
    this.stores = memoryStores(
      this.memory,
      { newId: () => ids.uuid(), newKey: () => ids.apiKey(), newSecret: () => ids.webhookSecret() },
      {
        keepCreditsOfFailed: settings.keepCreditsOfFailed,
        // Whoever changes an analysis has more to do before events are looked for.
        onChange: ({ notifyViaWebhook }) => void (notifyViaWebhook && queueMicrotask(() => this.#courier.wake())),
      },
    );
    this.timeline = new Timeline({
      clock,
      analyses: this.stores.analyses,
      resultOf: async (id) => (await this.outcomeOf(id)).result,
    });
    this.#post = new EmulatedPost(
      {
        post: openPost(policy, () => clock.now()),
        clock,
        log: this.deliveries,
        faultOf: (id) => this.started.get(id)?.chosen.effects.webhook ?? null,
        refusal: unreachableReason,
      },
      kept?.post,
    );
    this.#courier = new WebhookCourier({
      outage: { failed: (error) => process.emitWarning(String(error)), worked: () => undefined },
      store: this.stores.webhooks,
      post: this.#post.post,
      now: () => clock.now(),
      // Of the attempt alone: which one ends first is a matter of outside time.
      random: ({ id, attempts }) => uniformAt(this.seed, hashText(id), attempts),
      logger: { error: (...told: unknown[]) => void process.emitWarning(String(told[1])), info: () => undefined },
      // One after the other, the earliest first: their order is a matter of the emulator's time alone.
      mostAttempts: 1,
      after: (delayMs, act) => clock.at(clock.now() + delayMs, act),
    });
    this.timeline.restore(kept?.going ?? []);
    if (kept !== undefined) this.#courier.wake();
  }

  /** Makes the world's partner, with a key of the caller's choice. */
  admit(key: string, credits: number | null): void {
    const nowMs = this.clock.now();
    addPartner(this.memory, { id: this.ids.uuid(), name: this.name, key, keyId: this.ids.uuid(), nowMs });
    if (credits !== null) setCredits(this.memory, this.partnerId, credits, nowMs);
  }

  /** The world's only partner. */
  get partnerId(): string {
    const [id] = this.memory.partners.keys();
    if (id === undefined) throw new Error('a world without a partner');
    return id;
  }

  /** Sets an analysis going that was just added. */
  start(id: string, started: Started): void {
    const row = this.memory.analyses.get(id);
    if (row === undefined) throw new Error(`there is no analysis ${id}`);
    const { course, view, language } = started.chosen.effects;
    if (view !== undefined) row.analysisType = view;
    if (language !== undefined) row.language = language;
    this.started.set(id, started);
    // That it cannot be loaded is told by the analysis.
    this.#loading = this.#around.analyser().catch(() => undefined);
    if (this.#around.settings.idle) return;
    this.timeline.start(id, stepsOf({ ...ordinaryCourse, ...course }));
  }

  /** What comes out of an analysis. The same one is made again if it has been forgotten. */
  async outcomeOf(id: string): Promise<Outcome> {
    const row = this.memory.analyses.get(id);
    const started = this.started.get(id);
    if (row === undefined || started === undefined) throw new Error(`there is no analysis ${id}`);
    return (await this.#around.analyser()).outcomeOf(askedOf(row, started, this.#around.settings.seed));
  }

  /** Puts time forward; resolves when all that fell due has happened, messages included. */
  advance(ms: number): Promise<void> {
    return this.clock.advance(ms, () => this.settled());
  }

  /** Waits until no message is under way. */
  settled(): Promise<void> {
    return this.#courier.settled();
  }

  /** Brings an analysis to a state at once, whatever its course. */
  async bringTo(id: string, state: ForcedState): Promise<boolean> {
    const { analyses } = this.stores;
    await this.timeline.toNow();
    await this.timeline.release(id);
    const row = this.memory.analyses.get(id);
    if (row === undefined || row.status === 'success' || row.status === 'failed') return false;
    const nowMs = this.clock.now();
    if (state.status === 'pending') return row.status === 'pending' || analyses.handBack(row);
    if (row.status === 'pending') await analyses.take(id, nowMs);
    if (state.status === 'analyzing') return analyses.setPercentage(row, state.percentage, nowMs);
    if (state.status === 'success') return analyses.succeed(row, (await this.outcomeOf(id)).result, nowMs);
    return analyses.fail(row, failureReason(state.reason), nowMs);
  }

  /** Posts an event once more, outside of its schedule. @returns False when there is no such event, or nowhere to post to. */
  async replay(eventId: string): Promise<boolean> {
    const event = this.memory.events.get(eventId);
    const settings = event === undefined ? undefined : this.memory.webhooks.get(event.partnerId);
    if (event === undefined || settings === undefined) return false;
    await this.#post.send({ id: event.id, body: eventBody(event) }, settings, new AbortController().signal);
    return true;
  }

  /** All that it takes to go on from here another time. */
  keep(): KeptWorld {
    return {
      ids: this.ids.count,
      behaviour: this.behaviour,
      nowMs: this.clock.now(),
      clock: this.clock.mode,
      memory: copyMemory(this.memory),
      started: [...this.started],
      refused: [...this.refused],
      going: this.timeline.keep(),
      requests: this.requests.keep(),
      deliveries: this.deliveries.keep(),
      post: this.#post.keep(),
    };
  }

  /** Ends what goes on by itself. */
  async close(): Promise<void> {
    this.clock.close();
    await this.#courier.close();
    await this.#loading;
  }
}
