/**
 * A number with so many decimals, rounded half away from zero by its shortest decimal form: 4.35 becomes 4.4, which `toFixed` makes 4.3 of,
 * since the nearest double is smaller. What rounds to nothing has no sign. The console's `written` rounds so in every language.
 */
export const fixed = (value: number, decimals: number): string =>
  value.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
    useGrouping: false,
  });
