/** Items of an array that an example on the page shows. */
const shownItems = 4;

/** An example as JSON lines; of long arrays only the beginning. */
export const exampleText = (value: unknown): string =>
  typeof value === 'string'
    ? value.trimEnd()
    : JSON.stringify(shortened(value), null, 2)
        // What holds nothing but plain values goes on one line.
        .replace(/[[{]\n\s*([^[\]{}]*?)\n\s*[\]}]/g, (inner) => joined(inner));

function joined(inner: string): string {
  const line = inner.replace(/\n\s*/g, ' ');
  return line.length <= 120 ? line : inner;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shown = value.slice(0, shownItems).map(shortened);
    return value.length > shownItems ? [...shown, `… ${value.length} in all`] : shown;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}
