import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { descendants } from '../../clip/process-tree.ts';
import type { KilledSystem } from './killed-system.ts';
import type { Mood, MoodyReceiver } from './moody-receiver.ts';
import { fillDisk, freeDisk } from './small-disk.ts';
import type { Victim } from './victim.ts';

/** What faults do their harm to, and chance: from 0 to 1, the same again in the same run. */
export interface Scene {
  readonly system: KilledSystem;
  readonly receiver: MoodyReceiver;
  readonly chance: () => number;
}

/** Does harm and ends it: what was killed runs again, what was frozen has thawed. @returns False where it found nothing to harm. */
export type Fault = (scene: Scene) => Promise<boolean>;

const pick = <T>(values: readonly T[], chance: number): T | undefined => values[Math.floor(chance * values.length)];
const anyVictim = ({ system, chance }: Scene): Victim | undefined => pick(system.victims, chance());
const between = (chance: number, leastMs: number, mostMs: number): number => leastMs + chance * (mostMs - leastMs);

/** Every fault by its name in the table. */
export const faults = {
  'server or worker killed': async (scene) => {
    const victim = anyVictim(scene);
    if (victim === undefined) return false;
    await victim.kill();
    await sleep(between(scene.chance(), 0, 400));
    await victim.start();
    return true;
  },
  'everything killed at once': async ({ system, chance }) => {
    const tree = system.victims.flatMap(({ pid }) => (pid === null ? [] : descendants(pid)));
    for (const pid of tree) signal(pid, 'SIGKILL');
    await Promise.all(system.victims.map((victim) => victim.kill()));
    await sleep(between(chance(), 0, 400));
    for (const victim of system.victims) await victim.start();
    return true;
  },
  'server or worker told to stop': async (scene) => {
    const victim = anyVictim(scene);
    if (victim === undefined) return false;
    await victim.stop(20_000);
    await victim.start();
    return true;
  },
  'server or worker frozen': async (scene) => {
    const pid = anyVictim(scene)?.pid ?? null;
    return pid !== null && freeze(pid, between(scene.chance(), 200, 3000));
  },
  'analysis killed': async (scene) => {
    const pid = childOf(scene, 'analyser.js');
    return pid !== null && signal(pid, 'SIGKILL');
  },
  'analysis frozen': async (scene) => {
    const pid = childOf(scene, 'analyser.js');
    return pid !== null && freeze(pid, between(scene.chance(), 300, 7000));
  },
  'FFmpeg killed': async (scene) => {
    const pid = await soon(() => childOf(scene, 'ffmpeg'));
    return pid !== null && signal(pid, 'SIGKILL');
  },
  'disk full': async ({ system, chance }) => {
    if (system.smallDisk === null) return false;
    try {
      await fillDisk(system.smallDisk);
      await sleep(between(chance(), 200, 1500));
    } finally {
      await freeDisk(system.smallDisk);
    }
    return true;
  },
  'database killed': async ({ system: { database }, chance }) => {
    if (database === null) return false;
    await database.kill();
    await sleep(between(chance(), 0, 1500));
    await database.start();
    return true;
  },
  'database frozen': async ({ system: { database }, chance }) => {
    const pid = database?.pid() ?? null;
    return pid !== null && freeze(pid, between(chance(), 200, 3000));
  },
  'receiver drops connections': (scene) => moodFor(scene, 'drops'),
  'receiver refuses': (scene) => moodFor(scene, 'refuses'),
  'receiver is slow': (scene) => moodFor(scene, 'delays'),
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

async function moodFor({ receiver, chance }: Scene, mood: Mood): Promise<boolean> {
  receiver.mood = mood;
  await sleep(between(chance(), 200, 1200));
  receiver.mood = 'takes';
  return true;
}

async function freeze(pid: number, forMs: number): Promise<boolean> {
  if (!signal(pid, 'SIGSTOP')) return false;
  await sleep(forMs);
  signal(pid, 'SIGCONT');
  return true;
}

/** @returns False for a process that is gone. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** A process below the victims whose command line holds a text. */
function childOf({ system, chance }: Scene, text: string): number | null {
  const below = system.victims.flatMap(({ pid }) => (pid === null ? [] : descendants(pid).slice(1)));
  return (
    pick(
      below.filter((pid) => commandLine(pid).includes(text)),
      chance(),
    ) ?? null
  );
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}

/** Looks again and again for something that is there only now and then. */
async function soon<T>(look: () => T | null): Promise<T | null> {
  for (let turn = 0; turn < 100; turn++) {
    const found = look();
    if (found !== null) return found;
    await sleep(10);
  }
  return null;
}
