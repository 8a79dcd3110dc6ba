import { RunnerFigure } from './runner-figure.tsx';

/** The picture itself: level, the whole body in it, room before and behind. */
export function LevelPicture() {
  return (
    <svg viewBox="0 0 120 72" aria-hidden="true" focusable="false">
      <rect class="frame" x="10" y="6" width="100" height="60" rx="4" />
      <path class="ground" d="M14 56 H106" />
      <RunnerFigure x={58} y={55} />
      <path class="way" d="M76 36 H98 M93 32 L98 36 L93 40" />
      <path class="measure" d="M48 62 h24 M60 59.5 v5" />
    </svg>
  );
}
