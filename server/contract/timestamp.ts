/** A moment as the API writes it: UTC, whole seconds. @param ms Milliseconds since 1970. */
export const timestamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
