import type { AnalysisType } from '../../../../contract/schemas/start.ts';
import { CameraSign } from './camera-sign.tsx';

/** The camera's place from above: beside the runway, or behind the runner. */
export function PlacePicture({ view }: { readonly view: AnalysisType }) {
  const isSide = view === 'side_view';
  return (
    <svg viewBox="0 0 120 72" aria-hidden="true" focusable="false">
      <rect class="lane" x="6" y="14" width="108" height="18" rx="2" />
      <path class="way" d="M72 23 H104 M98 19 L104 23 L98 27" />
      <ellipse class="figure" cx="60" cy="23" rx="4" ry="7" />
      {isSide ? (
        <>
          <path class="sight" d="M60 62 L38 14 M60 62 L82 14" />
          <path class="square" d="M60 40 h6 v-6" />
          <CameraSign x={60} y={56} turn={-90} />
        </>
      ) : (
        <>
          <path class="sight" d="M26 23 L112 14 M26 23 L112 32" />
          <CameraSign x={26} y={23} />
        </>
      )}
    </svg>
  );
}
