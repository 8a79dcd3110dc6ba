/** Two legs' swing, one half cycle apart. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">
      <path class="logo-left" d="M1 15c4 0 5-11 10-11s5 11 10 11 6-11 10-11" />
      <path class="logo-right" d="M1 4c4 0 5 11 10 11s5-11 10-11 6 11 10 11" />
    </svg>
  );
}
