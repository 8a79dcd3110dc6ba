/** Seconds per kilometre that people are asked for: 45 to 2 km/h. All else is no running, and a mistake of the keyboard. */
const askedS = { least: 80, most: 1800 } as const;

/** Whether a runner can go at a pace, in seconds per kilometre. */
export const isRunnersPace = (secondsPerKm: number): boolean =>
  secondsPerKm >= askedS.least && secondsPerKm <= askedS.most;

/**
 * Seconds per kilometre of a speed as a treadmill shows it, `10.9 km/h` or `10,9km/h`, to the second, however fast; null where the text is
 * none.
 */
export function paceOfSpeed(text: string): number | null {
  const found = /^([0-9]{1,6}(?:[.,][0-9]+)?)\s*(?:km\/h|kmh|kph)$/i.exec(text.trim());
  const speed = Number(found?.[1].replace(',', '.'));
  return speed > 0 ? Math.round(3600 / speed) : null;
}
