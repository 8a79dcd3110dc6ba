/** Slower and faster ones are no running, and mistakes of the keyboard. */
const kmPerHour = { least: 1, most: 60 } as const;

/**
 * Seconds per kilometre of a speed as a treadmill shows it, `10.9 km/h` or `10,9km/h`, to the second; null where the text is none.
 */
export function paceOfSpeed(text: string): number | null {
  const found = /^([0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:km\/h|kmh|kph)$/i.exec(text.trim());
  const speed = Number(found?.[1].replace(',', '.'));
  return speed >= kmPerHour.least && speed <= kmPerHour.most ? Math.round(3600 / speed) : null;
}
