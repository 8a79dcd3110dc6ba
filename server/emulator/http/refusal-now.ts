import type { Chosen } from '../scenarios/find-scenario.ts';
import type { Refusal } from '../scenarios/scenario.ts';
import type { World } from '../world/world.ts';

/** How a request is to be refused; null when it passes. One that refuses so many times has each time counted. */
export function refusalNow({ refused }: World, { names, effects: { refusal } }: Chosen): Refusal | null {
  if (refusal?.times === undefined) return refusal ?? null;
  const name = names.join('+');
  const count = refused.get(name) ?? 0;
  if (count >= refusal.times) return null;
  refused.set(name, count + 1);
  return refusal;
}
