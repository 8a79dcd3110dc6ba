import type { Behaviour } from './behaviour.ts';
import type { Snapshot } from './snapshot.ts';
import { type Surroundings, World } from './world.ts';

/** Keys that no emulator takes, by how they begin: a client can see how it does without a right one. */
const wrongKey = /^(invalid|revoked)/i;
/** Of requests without a key, or with a wrong one. */
const nobodysName = '';

/** Every world of an emulator: one for each partner, found by any of his keys. */
export class Worlds {
  readonly #around: Surroundings;
  readonly #byName = new Map<string, World>();
  readonly #byKey = new Map<string, string>();
  readonly #firstBehaviour: Behaviour;
  #nobody: World;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#firstBehaviour = around.behaviour;
    this.#nobody = new World(nobodysName, around);
  }

  /** Where requests belong that nobody's key came with. */
  get nobody(): World {
    return this.#nobody;
  }

  all(): World[] {
    return [...this.#byName.values()];
  }

  get takesAnyKey(): boolean {
    return this.#around.settings.keys === 'any';
  }

  /** How new worlds behave. */
  get behaviour(): Behaviour {
    return this.#around.behaviour;
  }

  set behaviour(behaviour: Behaviour) {
    this.#around.behaviour = behaviour;
  }

  /** The world of a key, known or, where every key is taken, new; null for a wrong one. */
  ofKey(key: string): World | null {
    const name = this.#byKey.get(key);
    const known = name === undefined ? undefined : this.#byName.get(name);
    if (known !== undefined) return known;
    const isTaken = this.#around.settings.keys === 'any' && !wrongKey.test(key);
    return isTaken ? this.#open(key, key) : null;
  }

  /** The world that an analysis belongs to. */
  ofAnalysis(id: string): World | null {
    for (const world of this.#byName.values()) if (world.memory.analyses.has(id)) return world;
    return null;
  }

  /** The world of a partner; null when there is none of this name. */
  named(name: string): World | null {
    return this.#byName.get(name) ?? null;
  }

  /** Makes a partner, known by a key of the caller's choice. */
  add(name: string, key: string): World {
    return this.#byName.get(name) ?? this.#open(name, key);
  }

  /** Has a key that was made in a world lead there. */
  register(key: string, world: World): void {
    this.#byKey.set(key, world.name);
  }

  /** The partner's own world as it was when it was made, or all of them. */
  async reset(names?: readonly string[]): Promise<void> {
    if (names === undefined) this.#around.behaviour = this.#firstBehaviour;
    if (names === undefined) await this.#resetNobody();
    for (const name of names ?? [...this.#byName.keys()]) {
      const [key] = [...this.#byKey].find(([, owner]) => owner === name) ?? [];
      await this.#drop(name);
      if (key !== undefined && this.#around.settings.keys === 'known') this.#open(name, key);
    }
  }

  keep(names: readonly string[] = [...this.#byName.keys()]): Snapshot {
    return {
      worlds: names.flatMap((name) => {
        const world = this.#byName.get(name);
        const keys = [...this.#byKey].filter(([, owner]) => owner === name).map(([key]) => key);
        return world === undefined ? [] : [{ name, keys, kept: world.keep() }];
      }),
    };
  }

  /** Puts the worlds of a snapshot back; others stay as they are. */
  async restore({ worlds }: Snapshot): Promise<void> {
    for (const { name, keys, kept } of worlds) {
      await this.#drop(name);
      this.#byName.set(name, new World(name, this.#around, kept));
      for (const key of keys) this.#byKey.set(key, name);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#nobody, ...this.#byName.values()].map((world) => world.close()));
  }

  async #drop(name: string): Promise<void> {
    const world = this.#byName.get(name);
    this.#byName.delete(name);
    for (const [key, owner] of [...this.#byKey]) if (owner === name) this.#byKey.delete(key);
    await world?.close();
  }

  async #resetNobody(): Promise<void> {
    const { ids } = this.#nobody;
    await this.#nobody.close();
    this.#nobody = new World(nobodysName, this.#around);
    // Partners that were made stay where keys are known: the keys of the next ones are others.
    if (!this.takesAnyKey) this.#nobody.ids.count = ids.count;
  }

  /** A new world begins at the time, and with the clock, that hold for all. */
  #open(name: string, key: string): World {
    const world = new World(name, this.#around);
    const { clock } = this.#nobody;
    world.clock.begin(clock.now(), clock.mode);
    world.admit(key, this.#around.settings.credits);
    this.#byName.set(name, world);
    this.#byKey.set(key, name);
    return world;
  }
}
