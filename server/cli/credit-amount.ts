import { InvalidArgumentError } from 'commander';

const most = 1_000_000_000;

/** Parses a number of credits, from none to a thousand million. */
export function parseCredits(text: string): number {
  const credits = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!(credits <= most)) throw new InvalidArgumentError(`Write a whole number from 0 to ${most}.`);
  return credits;
}
