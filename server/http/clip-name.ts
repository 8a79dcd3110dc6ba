/** Longest name that is kept, characters. */
const mostCharacters = 120;

/** Control characters, line ends, and marks that turn the direction of writing: nothing of a name that a person reads. */
const unreadable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu;

/**
 * What a client calls its file, as it is kept and shown: without folders and what cannot be read, of bounded length; null where nothing is
 * left. A page shows it as text, and no file is ever called so.
 */
export function clipNameOf(sent: string | undefined): string | null {
  const name = (sent ?? '').split(/[/\\]/).at(-1) ?? '';
  const readable = name.normalize('NFC').replace(/\s+/g, ' ').replace(unreadable, '').trim();
  const characters = [...readable];
  const kept = characters.length > mostCharacters ? `${characters.slice(0, mostCharacters - 1).join('')}…` : readable;
  return kept === '' ? null : kept;
}
