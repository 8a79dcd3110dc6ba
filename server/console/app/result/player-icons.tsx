/** What the buttons of the player show. */
const paths = {
  play: 'M5 3v14l12-7z',
  pause: 'M4 3h4v14H4zM12 3h4v14h-4z',
  frameBack: 'M4 3h3v14H4zM17 3v14L8 10z',
  frameOn: 'M13 3h3v14h-3zM3 3v14l9-7z',
  fullScreen: 'M2 2h6v2H4v4H2zM12 2h6v6h-2V4h-4zM2 12h2v4h4v2H2zM16 12h2v6h-6v-2h4z',
} as const;

export type PlayerIconName = keyof typeof paths;

export function PlayerIcon({ name }: { readonly name: PlayerIconName }) {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="currentColor" />
    </svg>
  );
}
