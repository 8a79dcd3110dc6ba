import type { Effects, Scenario } from './scenario.ts';
import { scenarios } from './table.ts';

/** The effects of some scenarios together; of two that say the same thing the last counts. */
export interface Chosen {
  /** As they were written. */
  readonly names: readonly string[];
  readonly effects: Effects;
}

export const nothingChosen: Chosen = { names: [], effects: {} };

const byName = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.name, scenario]));

/** The effects of one name; null when the table does not have it. */
export function effectsOf(name: string): Effects | null {
  const plain = byName.get(name);
  if (plain !== undefined && typeof plain.effects !== 'function') return plain.effects;
  const numbered = /^(.+-)([0-9]{1,6})$/.exec(name);
  if (numbered === null) return null;
  const effects = byName.get(`${numbered[1]}N`)?.effects;
  return typeof effects === 'function' ? effects(Number(numbered[2])) : null;
}

/** Reads `slow+webhook-late.mp4`, or a subject's name: unknown names choose nothing, whatever they are. */
export function chosenByName(text: string): Chosen {
  const stem = text.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const known = namesIn(stem, '+').filter((name) => effectsOf(name) !== null);
  return known.length === 0 ? nothingChosen : join(known);
}

/**
 * Reads the header `StrideLab-Scenario`: names between commas.
 *
 * @returns The first name that is not in the table, if any.
 */
export function chosenByHeader(text: string): { readonly chosen: Chosen; readonly unknown: string | null } {
  const names = namesIn(text, ',');
  const unknown = names.find((name) => effectsOf(name) === null) ?? null;
  return { chosen: unknown === null ? join(names) : nothingChosen, unknown };
}

/** Both together; what the second says goes before what the first says. */
export const joined = (first: Chosen, second: Chosen): Chosen => {
  if (second.names.length === 0) return first;
  return first.names.length === 0 ? second : join([...first.names, ...second.names]);
};

const namesIn = (text: string, mark: string): string[] =>
  text
    .split(mark)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

function join(names: readonly string[]): Chosen {
  return { names, effects: names.reduce((all, name) => merged(all, effectsOf(name) ?? {}), {} as Effects) };
}

const merged = (first: Effects, second: Effects): Effects => ({
  ...first,
  ...second,
  ...((first.course ?? second.course) !== undefined && { course: { ...first.course, ...second.course } }),
  ...((first.runner ?? second.runner) !== undefined && { runner: { ...first.runner, ...second.runner } }),
});
