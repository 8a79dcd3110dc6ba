/** After so long without a sign of a person, what a page asks it asks by itself, milliseconds. */
const attendedForMs = 60_000;
/** What a person does on a page, whatever comes of it. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

let lastSignMs = Date.now();

/** Begins to look for signs of a person on a page. */
export function watchAttention(page: EventTarget): void {
  const note = (): void => {
    lastSignMs = Date.now();
  };
  for (const sign of signs) page.addEventListener(sign, note, { capture: true, passive: true });
}

/** Whether somebody is there, as far as can be seen; a page that has just been opened has somebody. */
export const isAttended = (): boolean => Date.now() - lastSignMs < attendedForMs;
