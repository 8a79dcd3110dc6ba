const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Remembers for each id of one JSON value the id that stands at the same place of another. */
export function pairIds(recorded: unknown, live: unknown, pairs: Map<string, string>): void {
  if (typeof recorded === 'string' && typeof live === 'string') {
    if (uuid.test(recorded) && uuid.test(live)) pairs.set(recorded, live);
  } else if (Array.isArray(recorded) && Array.isArray(live)) {
    for (let i = 0; i < Math.min(recorded.length, live.length); i++) pairIds(recorded[i], live[i], pairs);
  } else if (typeof recorded === 'object' && recorded !== null && typeof live === 'object' && live !== null) {
    for (const [name, value] of Object.entries(recorded))
      pairIds(value, (live as Readonly<Record<string, unknown>>)[name], pairs);
  }
}
