import type { AnalysisType } from '../../../../contract/schemas/start.ts';
import { BackFigure } from './back-figure.tsx';
import { CameraSign } from './camera-sign.tsx';
import { RunnerFigure } from './runner-figure.tsx';

/** How far away: the distance from the camera to the runner. */
export function DistancePicture({ view }: { readonly view: AnalysisType }) {
  return (
    <svg viewBox="0 0 120 72" aria-hidden="true" focusable="false">
      <path class="ground" d="M4 50 H116" />
      <path class="stand" d="M18 34 V50 M18 36 L12 50 M18 36 L24 50" />
      <CameraSign x={26} y={30} />
      {view === 'side_view' ? <BackFigure x={96} y={50} /> : <RunnerFigure x={96} y={50} />}
      <path class="measure" d="M26 57 H96 M26 54 V60 M96 54 V60" />
      <text x="61" y="68" text-anchor="middle">
        4–6 m
      </text>
    </svg>
  );
}
