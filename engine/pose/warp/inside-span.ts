/** Columns `from` to `to` (not included) of a row. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Narrows `span` to the columns at which `start + column * step` lies in `[least, most)`. Empty if there is none or if a number
 * is not finite.
 */
export function narrowSpan(span: Span, start: number, step: number, least: number, most: number): void {
  const inside = (column: number) => {
    const place = start + column * step;
    return place >= least && place < most;
  };
  if (step === 0) {
    if (!inside(0)) span.to = span.from = 0;
    return;
  }
  const a = (least - start) / step;
  const b = (most - start) / step;
  span.from = Math.max(span.from, Math.ceil(Math.min(a, b)));
  span.to = Math.min(span.to, Math.floor(Math.max(a, b)) + 1);
  // The divisions round; the ends decide by the very sum that places the pixel.
  while (span.from < span.to && !inside(span.from)) span.from++;
  while (span.from < span.to && !inside(span.to - 1)) span.to--;
  if (!(span.from < span.to)) span.to = span.from = 0;
}
