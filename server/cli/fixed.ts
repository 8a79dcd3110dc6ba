/**
 * A number with so many decimals, rounded half away from zero by its shortest decimal form, as the console rounds: 4.35 becomes 4.4, which
 * `toFixed` makes 4.3 of, since the nearest double is smaller.
 */
export const fixed = (value: number, decimals: number): string =>
  value.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
