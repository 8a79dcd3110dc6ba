/** A runner in mid-flight towards the right, feet at (0, 0), 40 units tall. */
export function RunnerFigure({ x, y, scale = 1 }: { readonly x: number; readonly y: number; readonly scale?: number }) {
  return (
    <g class="figure" transform={`translate(${x} ${y}) scale(${scale})`}>
      <circle cx="2" cy="-36" r="4" />
      <path class="limb" d="M1 -31 L-2 -18" />
      <path class="limb far" d="M-2 -18 L7 -12 L4 -2 L9 -1" />
      <path class="limb" d="M-2 -18 L-6 -9 L-15 -8 L-17 -4" />
      <path class="limb far" d="M1 -29 L-6 -24 L-10 -28" />
      <path class="limb" d="M1 -29 L4 -22 L11 -25" />
    </g>
  );
}
