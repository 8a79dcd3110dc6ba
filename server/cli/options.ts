import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { NetworkChoice } from '../../engine/pose/custom/network-choice.ts';
import { networkIds } from '../../models/registry.ts';
import { askedPaces, isRunnersPace, paceOfSpeed, paceOfTime } from '../contract/pace-of-speed.ts';

/** Parses minutes and seconds per kilometre, `05:30` or `5:30`, or a speed, `10.9km/h`, into seconds per kilometre, whole ones as the API's. */
export function parsePace(text: string): number {
  const seconds = paceOfTime(text) ?? paceOfSpeed(text);
  if (seconds !== null) {
    if (isRunnersPace(seconds)) return seconds;
    const { fastest, slowest, fastestKmh, slowestKmh } = askedPaces;
    throw new InvalidArgumentError(
      `Nobody runs so: give a pace from ${fastest} to ${slowest} per kilometre (${fastestKmh} to ${slowestKmh} km/h).`,
    );
  }
  const withUnit = paceOfSpeed(`${text}km/h`);
  throw new InvalidArgumentError(
    withUnit === null || !isRunnersPace(withUnit)
      ? 'Write minutes and seconds per kilometre, such as 05:30, or a speed, such as 10.9km/h.'
      : `Write ${text}km/h for a speed, or minutes and seconds per kilometre, such as 05:30.`,
  );
}

/** Parses a standing height in metres, with a decimal point or comma. */
export function parseHeight(text: string): number {
  const metres = /^[0-9]*[.,]?[0-9]+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (metres >= 50 && metres <= 250) {
    throw new InvalidArgumentError(`Height is in metres: write ${(metres / 100).toFixed(2)} instead of ${text}.`);
  }
  if (!(metres >= 0.5 && metres <= 2.5)) {
    throw new InvalidArgumentError('Write metres between 0.5 and 2.5, such as 1.78.');
  }
  return metres;
}

/** Parses a network's id, or the path of a description, which ends in `.json`. */
export function parseNetwork(text: string): NetworkChoice {
  const known = networkIds.find((id) => id === text);
  if (known !== undefined) return known;
  if (text.toLowerCase().endsWith('.json')) return { descriptionPath: resolve(text) };
  throw new InvalidArgumentError(
    `Write one of ${networkIds.join(', ')}, or the path of a description in a .json file.`,
  );
}

/** Parses a TCP port; 0 takes a free one. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('Write a port between 0 and 65535.');
  }
  return port;
}

/** Parses a count from one to `most`. */
export const parseUpTo =
  (most: number) =>
  (text: string): number => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1 || count > most) {
      throw new InvalidArgumentError(`Write a whole number from 1 to ${most}.`);
    }
    return count;
  };

/** Parses a count of at least one. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Write a whole number of at least 1.');
  return count;
}

/** Parses the base of the links that clients are given. */
export function parseBaseUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new InvalidArgumentError('Write an http or https address, such as https://gait.example.org.');
  }
  return text;
}

/** Words between commas. */
export const parseList = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Parses where something goes: of an empty name, as from a variable that is not set, everything would lie about in the current folder. */
export function parseOut(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Name where it goes; the name is empty.');
  return text;
}
