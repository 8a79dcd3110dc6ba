/** Packs a pace as the API writes it: minutes before the point, seconds after it; 471.1 s is 7.511. */
export function packPace(secondsPerKm: number): number {
  const tenths = Math.round(secondsPerKm * 10);
  const minutes = Math.floor(tenths / 600);
  return (minutes * 1000 + (tenths - minutes * 600)) / 1000;
}

/** Seconds per kilometre of a pace written `MM:SS`. */
export function parsePace(pace: string): number {
  const [minutes, seconds] = pace.split(':').map(Number);
  return minutes * 60 + seconds;
}
