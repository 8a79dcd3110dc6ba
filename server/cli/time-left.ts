/** Before this much has gone by, nobody can tell. */
const leastElapsedMs = 1500;
const leastShare = 0.02;

/** How long work will still take at the speed it has had, as a person says it; null where it cannot be told, or is done. */
export function timeLeft(elapsedMs: number, share: number): string | null {
  if (elapsedMs < leastElapsedMs || !(share >= leastShare) || share >= 1) return null;
  return duration((elapsedMs * (1 - share)) / share / 1000);
}

/** Seconds as a person says them: `40 s`, `12 min`, `3 h 20 min`. */
export function duration(s: number): string {
  if (s < 90) return `${Math.max(1, Math.round(s))} s`;
  const minutes = Math.round(s / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
