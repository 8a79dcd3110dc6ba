/** Values of `$NAME`. */
export type Variables = ReadonlyMap<string, string>;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/**
 * Splits a command into words as a shell does: spaces part them, `'…'` is literal, `"…"` and bare words take `$NAME`
 * and `${NAME}`, `$'…'` takes `\n`, `\xHH` and `\uHHHH`.
 *
 * @throws Error for an unclosed quote, an unknown variable, and what a shell would act upon (`&`, `|`, `;`, …).
 */
export function shellWords(command: string, variables: Variables): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = at;
    const match = sticky.exec(command);
    if (match !== null) at = sticky.lastIndex;
    return match;
  };
  while (at < command.length) {
    if (take(/\s+/) !== null) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word ??= '';
    const literal = take(/'([^']*)'/) ?? take(/[^\s'"$\\&|;<>()`]+/);
    if (literal !== null) {
      word += literal[1] ?? literal[0];
      continue;
    }
    const ansi = take(/\$'((?:[^'\\]|\\.)*)'/);
    if (ansi !== null) {
      word += unescapeAnsi(ansi[1]);
      continue;
    }
    const quoted = take(/"((?:[^"\\]|\\[\s\S])*)"/);
    if (quoted !== null) {
      word += expandVariables(quoted[1], variables).replace(/\\(["\\$`])/g, '$1');
      continue;
    }
    const variable = take(/\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*(?:\^\^)?\})/);
    if (variable !== null) {
      word += expandVariables(variable[0], variables);
      continue;
    }
    const escaped = take(/\\([\s\S])/);
    if (escaped === null)
      throw new Error(`a shell would not take “${command.slice(at, at + 10)}” as it stands: quote it`);
    word += escaped[1];
  }
  if (word !== null) words.push(word);
  return words;
}

/** Puts values in the place of `$NAME`, `${NAME}` and, in capitals, `${NAME^^}`. @throws Error for a name without a value. */
export function expandVariables(text: string, variables: Variables): string {
  return text.replace(
    /(\\\$)|\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(\^\^)?\})/g,
    (whole, escaped, bare, braced, capitals) => {
      if (escaped !== undefined) return whole;
      const value = variables.get(bare ?? braced);
      if (value === undefined) throw new Error(`nothing is called $${bare ?? braced}`);
      return capitals === undefined ? value : value.toUpperCase();
    },
  );
}

function unescapeAnsi(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/g, (_, hex, unicode, letter) => {
    if (hex !== undefined || unicode !== undefined) return String.fromCharCode(Number.parseInt(hex ?? unicode, 16));
    const character = escapes[letter];
    if (character === undefined) throw new Error(`\\${letter} is not known here`);
    return character;
  });
}
