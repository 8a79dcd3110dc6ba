/** A number with its sign; what rounds to nothing has none. */
export function signed(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const rounded = Number(text);
  if (rounded === 0) return text.replace('-', '');
  return rounded > 0 ? `+${text}` : text;
}
