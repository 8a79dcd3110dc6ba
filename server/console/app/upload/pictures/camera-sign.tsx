/** A camera whose lens looks to the right from (0, 0). */
export function CameraSign({ x, y, turn = 0 }: { readonly x: number; readonly y: number; readonly turn?: number }) {
  return (
    <g class="camera-sign" transform={`translate(${x} ${y}) rotate(${turn})`}>
      <rect x="-14" y="-5" width="10" height="10" rx="2" />
      <path d="M-4 -2 L0 -4 L0 4 L-4 2 Z" />
    </g>
  );
}
