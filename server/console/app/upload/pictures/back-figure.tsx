/** A runner seen from behind, feet at (0, 0), 40 units tall. */
export function BackFigure({ x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number }) {
  return (
    <g class="figure" transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle cx="0" cy="-36" r="4" />
      <path class="limb" d="M0 -31 L0 -18 M-6 -29 L6 -29 M-4 -18 L4 -18" />
      <path class="limb" d="M-4 -18 L-3 -9 L-3 0" />
      <path class="limb far" d="M4 -18 L4 -10 L5 -5" />
      <path class="limb" d="M-6 -29 L-9 -22 L-6 -17 M6 -29 L9 -22 L7 -18" />
    </g>
  );
}
