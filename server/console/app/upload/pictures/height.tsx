import { CameraSign } from './camera-sign.tsx';
import { RunnerFigure } from './runner-figure.tsx';

/** How high: the lens at the height of the hips. */
export function HeightPicture() {
  return (
    <svg viewBox="0 0 120 72" aria-hidden="true" focusable="false">
      <path class="ground" d="M4 62 H116" />
      <path class="stand" d="M18 42 V62 M18 44 L12 62 M18 44 L24 62" />
      <CameraSign x={26} y={39} />
      <RunnerFigure x={92} y={62} scale={1.25} />
      <path class="measure" d="M29 39 H112" stroke-dasharray="3 3" />
    </svg>
  );
}
