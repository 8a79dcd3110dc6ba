/** What the Latin fonts have not: from the radicals of Chinese on, full-width signs too. */
const isBeyondLatin = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= 0x2e80;

/** The letters of all texts in a value that Latin fonts have not, each once, in the order of their codes. */
export function lettersBeyondLatin(value: unknown): string[] {
  const found = new Set<string>();
  const look = (one: unknown): void => {
    if (typeof one === 'string') for (const letter of one) if (isBeyondLatin(letter)) found.add(letter);
    if (typeof one === 'object' && one !== null) for (const part of Object.values(one)) look(part);
  };
  look(value);
  return [...found].toSorted();
}
