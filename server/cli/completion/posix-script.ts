import type { KnownCommand } from './command-tree.ts';

/** How a shell names what is being typed, and offers words or files. */
interface Dialect {
  /** Lines before and after the function's body. */
  readonly head: string;
  readonly tail: string;
  /** Sets `cur`, `prev`, and `typed` to the whole words before the one that is being typed. */
  readonly typed: string;
  offer(words: readonly string[]): string;
  readonly files: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const bash: Dialect = {
  head: '_stridelab() {',
  typed: `  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}"
  local -a typed=("\${COMP_WORDS[@]:1:COMP_CWORD - 1}")
  COMPREPLY=()
  # The sign between an option and its value is a word of its own here.
  if [[ "$cur" == "=" ]]; then
    cur=""
  elif [[ "$prev" == "=" ]]; then
    prev="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi`,
  offer: (words) => `COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$cur"))`,
  // Nothing offered: the shell goes on with files.
  files: ':',
  tail: '}\ncomplete -o default -F _stridelab stridelab',
};

const zsh: Dialect = {
  head: '#compdef stridelab\n_stridelab() {',
  typed: `  local cur="\${words[CURRENT]}" prev="\${words[CURRENT - 1]}"
  local -a typed
  typed=("\${(@)words[2,CURRENT - 1]}")
  if [[ "$cur" == --*=* ]]; then
    prev="\${cur%%=*}"
    cur="\${cur#*=}"
    compset -P '*='
  fi`,
  offer: (words) => `compadd -- ${words.map(quoted).join(' ')}`,
  files: '_files',
  // A file of `fpath` is the function's first call; one that is sourced makes it known.
  tail: `}
if [[ "$funcstack[1]" == _stridelab ]]; then
  _stridelab "$@"
elif (( $+functions[compdef] )); then
  compdef _stridelab stridelab
fi`,
};

/** A script that completes the commands, options and choices of a program in bash. */
export const bashScript = (commands: readonly KnownCommand[]): string => script(commands, bash);

/** The same in zsh. */
export const zshScript = (commands: readonly KnownCommand[]): string => script(commands, zsh);

function script(commands: readonly KnownCommand[], dialect: Dialect): string {
  const paths = commands.slice(1).map(({ path }) => quoted(path));
  const valueCases = commands.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ flag, choices }) => {
        const act = choices.length === 0 ? dialect.files : dialect.offer(choices);
        return `    ${quoted(`${path} ${flag}`)}) ${act}; return ;;`;
      }),
  );
  const optionCases = commands.map(
    ({ path, options }) => `      ${quoted(path)}) ${dialect.offer(options.map(({ flag }) => flag))} ;;`,
  );
  const wordCases = commands.map(({ path, ...command }) => {
    const words = wordsOf(command);
    return `      ${quoted(path)}) ${words.length === 0 ? dialect.files : dialect.offer(words)} ;;`;
  });
  return `${[
    dialect.head,
    dialect.typed,
    '  local at="" word',
    `  for word in "\${typed[@]}"; do`,
    '    case "$at $word" in',
    `      ${paths.join('|')}) at="$at $word" ;;`,
    '    esac',
    '  done',
    '  case "$at $prev" in',
    ...valueCases,
    '  esac',
    '  if [[ "$cur" == -* ]]; then',
    '    case "$at" in',
    ...optionCases,
    '    esac',
    '  else',
    '    case "$at" in',
    ...wordCases,
    '    esac',
    '  fi',
    dialect.tail,
  ].join('\n')}\n`;
}

/** Words that may come next; none where a file may. */
function wordsOf({ subcommands, options, choices, takesArguments }: Omit<KnownCommand, 'path'>): readonly string[] {
  if (subcommands.length > 0) return subcommands.map(({ name }) => name);
  if (choices.length > 0) return choices;
  return takesArguments ? [] : options.map(({ flag }) => flag);
}
