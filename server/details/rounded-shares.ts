import { decimals, round } from '../contract/rounding.ts';

/** Probabilities as they are written. */
export const roundedShares = <Name extends string>(
  shares: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> =>
  Object.fromEntries(
    Object.entries<number>(shares).map(([name, share]) => [name, round(share, decimals.fraction)]),
  ) as Record<Name, number>;
