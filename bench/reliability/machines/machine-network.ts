import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const bits = 24;
const subnet = '10.99.0';
/** Of the machine in the middle, where the database and those who ask are. */
export const hubAddress = `${subnet}.1`;
export const addressOf = (machine: number): string => `${subnet}.${machine + 2}`;

/**
 * Machines in network namespaces of their own, each on a cable to one in the middle. Nothing leads from any of them to the network of
 * this machine, or beyond.
 */
export class MachineNetwork {
  readonly hub: string;
  readonly #names: readonly string[];

  /** @param prefix Tells the namespaces of one network from those of another. */
  constructor(prefix: string, machines: number) {
    this.hub = `${prefix}hub`;
    this.#names = Array.from({ length: machines }, (_, machine) => `${prefix}${machine}`);
  }

  /** Why there can be no such network here; null when there can. */
  static fault(): string | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'network namespaces need Linux and root';
    const probe = `slprobe${process.pid}`;
    try {
      ip('netns', 'add', probe);
      ip('netns', 'del', probe);
      return null;
    } catch (error) {
      return `network namespaces cannot be made: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
    }
  }

  open(): void {
    ip('netns', 'add', this.hub);
    this.#in(this.hub, 'link', 'set', 'lo', 'up');
    this.#in(this.hub, 'link', 'add', 'bridge', 'type', 'bridge');
    this.#in(this.hub, 'addr', 'add', `${hubAddress}/${bits}`, 'dev', 'bridge');
    this.#in(this.hub, 'link', 'set', 'bridge', 'up');
    for (const [machine, name] of this.#names.entries()) {
      ip('netns', 'add', name);
      ip('link', 'add', cableOf(machine), 'netns', this.hub, 'type', 'veth', 'peer', 'name', 'cable', 'netns', name);
      this.#in(this.hub, 'link', 'set', cableOf(machine), 'master', 'bridge');
      this.#in(this.hub, 'link', 'set', cableOf(machine), 'up');
      this.#in(name, 'addr', 'add', `${addressOf(machine)}/${bits}`, 'dev', 'cable');
      this.#in(name, 'link', 'set', 'lo', 'up');
      this.#in(name, 'link', 'set', 'cable', 'up');
    }
  }

  nameOf(machine: number): string {
    return this.#names[machine];
  }

  /** Pulls a machine's cable. */
  cut(machine: number): void {
    this.#in(this.hub, 'link', 'set', cableOf(machine), 'down');
  }

  heal(machine: number): void {
    this.#in(this.hub, 'link', 'set', cableOf(machine), 'up');
  }

  /** Takes everything away that is there. */
  close(): void {
    for (const name of [...this.#names, this.hub]) if (existsSync(`/run/netns/${name}`)) ip('netns', 'del', name);
  }

  #in(name: string, ...words: readonly string[]): void {
    ip('-n', name, ...words);
  }
}

const cableOf = (machine: number): string => `cable${machine}`;

const ip = (...words: readonly string[]): void =>
  void execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });
