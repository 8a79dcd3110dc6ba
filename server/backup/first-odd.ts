/** What one of two lists has and the other has not. */
export interface Odd {
  readonly text: string;
  /** Whether it is listed and was not found, or was found and is not listed. */
  readonly isMissing: boolean;
}

/** The first that is listed and was not found, else the first that was found and is not listed; null where the lists hold the same. */
export function firstOdd(found: readonly string[], listed: readonly string[]): Odd | null {
  const [foundOnes, listedOnes] = [new Set(found), new Set(listed)];
  const missing = listed.find((each) => !foundOnes.has(each));
  if (missing !== undefined) return { text: missing, isMissing: true };
  const added = found.find((each) => !listedOnes.has(each));
  return added === undefined ? null : { text: added, isMissing: false };
}
