/** Seconds per kilometre that people are asked for: 45 to 2 km/h. All else is no running, and a mistake of the keyboard. */
const askedS = { least: 80, most: 1800 } as const;

/** Seconds per kilometre as minutes and seconds, such as 5:30, as paces are told. */
export function paceText(secondsPerKm: number): string {
  const whole = Math.round(secondsPerKm);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** The bounds in words. */
export const askedPaces = {
  fastest: paceText(askedS.least),
  slowest: paceText(askedS.most),
  fastestKmh: 3600 / askedS.least,
  slowestKmh: 3600 / askedS.most,
} as const;

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

/** Seconds per kilometre of minutes and seconds, `05:30` or `5:30`, also as displays write them, `5:30 min/km` or `5:30 /km`; null where the text is none. */
export function paceOfTime(text: string): number | null {
  const found = /^([0-9]{1,2}):([0-5][0-9])(?:\s*(?:min)?\s*\/\s*km)?$/i.exec(text.trim());
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}
