import { type DecisionId, decisions } from '../decisions/catalogue.ts';
import type { Operation } from '../operations/operation.ts';

/** Every decision that an operation touches: those it names, and those that its schemas are marked with. */
export function decisionsOf(operation: Operation): DecisionId[] {
  const found = new Set<string>(operation.decisions);
  collect([operation.params, operation.query, operation.body?.schema, Object.values(operation.answers)], found);
  return (Object.keys(decisions) as DecisionId[]).filter((id) => found.has(id));
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'x-decision' && typeof inner === 'string') found.add(inner);
    else if (key !== 'examples') collect(inner, found);
  }
}
