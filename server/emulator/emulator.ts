import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { ClockMode } from './clock/emulated-clock.ts';
import { Journal } from './journal/journal.ts';
import { chosenByHeader } from './scenarios/find-scenario.ts';
import { setCredits } from './stores/memory-credit-ledger.ts';
import { type Behaviour, type FaultRule, noFaults } from './world/behaviour.ts';
import type { ForcedState } from './world/kept-world.ts';
import type { Snapshot } from './world/snapshot.ts';
import type { World } from './world/world.ts';
import type { Worlds } from './world/worlds.ts';

/** A key just made. */
export interface MadeKey {
  readonly key: string;
  readonly keyId: string;
}

/** No partner has the key. */
export class UnknownKeyError extends Error {
  constructor(key: string) {
    super(`no partner has the key ${key}`);
    this.name = 'UnknownKeyError';
  }
}

/** An emulator that runs. What takes a key acts on that key's world alone; without one, on all that there are. */
export class Emulator {
  /** Base URL without a slash at its end. */
  get url(): string {
    const { address, port, family } = this.#app.server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  }

  /** A key to use where one is as good as another: the first known one. */
  get key(): string {
    const [first = 'test'] = this.keys;
    return this.#worlds.takesAnyKey ? 'test' : first;
  }

  readonly journal: Journal;
  readonly seed: number;
  readonly #worlds: Worlds;
  readonly #app: FastifyInstance;
  #closing: Promise<void> | null = null;

  constructor(worlds: Worlds, app: FastifyInstance, seed: number) {
    this.seed = seed;
    this.#worlds = worlds;
    this.#app = app;
    this.journal = new Journal((key) => this.#world(key ?? this.key));
  }

  /** The keys of all partners, in the order of their coming. */
  get keys(): readonly string[] {
    return this.#worlds.all().flatMap((world) => [...world.memory.keys.keys()]);
  }

  /** The emulated time, milliseconds since 1970. */
  now(key: string = this.key): number {
    return this.#world(key).clock.now();
  }

  /**
   * Puts time forward; resolves when all that fell due has happened, webhooks included.
   *
   * @throws StrideError `invalid_option` for what is no number from 0.
   */
  async advance(ms: number, key?: string): Promise<void> {
    // A text, as untyped callers may pass, would be written behind the time's own digits.
    if (!Number.isFinite(ms) || ms < 0) throw new StrideError('invalid_option', `advance by ${String(ms)} ms`);
    await Promise.all(this.#those(key).map((world) => world.advance(ms)));
  }

  /** Freezes the clock, or lets it run at a rate. */
  setClock(mode: ClockMode, key?: string): void {
    for (const world of this.#those(key)) world.clock.setMode(mode);
  }

  /** Has faults come by chance, and others no longer. */
  setFaults(faults: Partial<FaultRule>, key?: string): void {
    this.#change({ faults: { ...noFaults, ...faults } }, key);
  }

  /** Chooses scenarios for every request that chooses none; an empty text for none. @throws Error for an unknown name. */
  setScenario(names: string, key?: string): void {
    const { chosen, unknown } = chosenByHeader(names);
    if (unknown !== null) throw new Error(`there is no scenario ${unknown}`);
    this.#change({ scenario: chosen }, key);
  }

  /** Whether requests with unknown fields are refused. */
  setStrict(strict: boolean, key?: string): void {
    this.#change({ strict }, key);
  }

  /** How much time a poll lets go by for its analysis, milliseconds. */
  setPollMs(pollMs: number, key?: string): void {
    this.#change({ pollMs }, key);
  }

  /** Forgets everything, as after the start. */
  async reset(key?: string): Promise<void> {
    await this.#worlds.reset(key === undefined ? undefined : [this.#world(key).name]);
  }

  /** Everything as it is now, to be restored any number of times. */
  snapshot(key?: string): Snapshot {
    return this.#worlds.keep(key === undefined ? undefined : [this.#world(key).name]);
  }

  restore(snapshot: Snapshot): Promise<void> {
    return this.#worlds.restore(snapshot);
  }

  /** Makes a partner and its key; of a partner that there is, another key. */
  async addPartner(name: string, credits: number | null = null): Promise<MadeKey> {
    const known = this.#worlds.named(name);
    if (known !== null) {
      if (credits !== null) setCredits(known.memory, known.partnerId, credits, known.clock.now());
      return this.#addKey(known);
    }
    const key = this.#worlds.nobody.ids.apiKey();
    const world = this.#worlds.add(name, key);
    if (credits !== null) setCredits(world.memory, world.partnerId, credits, world.clock.now());
    const [{ keyId }] = await world.stores.accounts.listKeys();
    return { key, keyId };
  }

  clockMode(key: string = this.key): ClockMode {
    return this.#world(key).clock.mode;
  }

  /** Makes another key of the same partner. */
  addKey(key: string): Promise<MadeKey> {
    return this.#addKey(this.#world(key));
  }

  /** @returns The key that takes the old one's place; null when that is not in use. */
  async rotateKey(key: string): Promise<MadeKey | null> {
    const world = this.#world(key);
    const made = await world.stores.accounts.rotateKey(world.memory.keys.get(key)?.keyId ?? '', world.clock.now());
    if (made !== null) this.#worlds.register(made.key, world);
    return made;
  }

  async revokeKey(key: string): Promise<boolean> {
    const world = this.#world(key);
    return world.stores.accounts.revokeKey(world.memory.keys.get(key)?.keyId ?? '', world.clock.now());
  }

  /** Grants credits; from then on analyses are charged. */
  async grantCredits(amount: number, key: string = this.key): Promise<number> {
    const world = this.#world(key);
    await world.timeline.toNow();
    const granted = await world.stores.credits.grant(world.partnerId, { amount, note: null }, world.clock.now());
    return granted.balance;
  }

  /** Brings an analysis to a state at once. @returns False when there is no such analysis, or it has ended. */
  async bringTo(analysisId: string, state: ForcedState): Promise<boolean> {
    return (await this.#worlds.ofAnalysis(analysisId)?.bringTo(analysisId, state)) ?? false;
  }

  /** Posts an event once more. @returns False when there is no such event. */
  replay(eventId: string, key: string = this.key): Promise<boolean> {
    return this.#world(key).replay(eventId);
  }

  /** What events of a key's webhook are signed with; null when none was saved. */
  webhookSecret(key: string = this.key): string | null {
    const { memory, partnerId } = this.#world(key);
    return memory.webhooks.get(partnerId)?.secret ?? null;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #addKey(world: World): Promise<MadeKey> {
    const made = await world.stores.accounts.createKey(
      { partner: world.name, label: null, credits: null },
      world.clock.now(),
    );
    this.#worlds.register(made.key, world);
    return made;
  }

  async #close(): Promise<void> {
    this.#app.server.closeAllConnections();
    await this.#app.close();
    await this.#worlds.close();
  }

  #change(change: Partial<Behaviour>, key: string | undefined): void {
    if (key === undefined) this.#worlds.behaviour = { ...this.#worlds.behaviour, ...change };
    for (const world of this.#those(key)) world.behaviour = { ...world.behaviour, ...change };
  }

  #world(key: string): World {
    const world = this.#worlds.ofKey(key);
    if (world === null) throw new UnknownKeyError(key);
    return world;
  }

  #those(key: string | undefined): World[] {
    if (key !== undefined) return [this.#world(key)];
    // The key that stands for any other is told of by `now`, so it is one of all before its first request.
    if (this.#worlds.takesAnyKey) this.#world(this.key);
    return [...this.#worlds.all(), this.#worlds.nobody];
  }
}
