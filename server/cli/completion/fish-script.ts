import type { KnownCommand, KnownOption } from './command-tree.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A script that completes the commands, options and choices of a program in fish, with what each does. */
export function fishScript(commands: readonly KnownCommand[]): string {
  const paths = commands.slice(1).map(({ path }) => quoted(path));
  return `${[
    'function __stridelab_at',
    "    set -l at ''",
    '    for word in (commandline -opc)[2..]',
    '        switch "$at $word"',
    `            case ${paths.join(' ')}`,
    '                set at "$at $word"',
    '        end',
    '    end',
    '    test "$at" = "$argv[1]"',
    'end',
    'complete -c stridelab -e',
    ...commands.flatMap(linesOf),
  ].join('\n')}\n`;
}

function linesOf({ path, subcommands, options, choices, takesArguments }: KnownCommand): string[] {
  const where = `complete -c stridelab -n ${quoted(`__stridelab_at ${quoted(path)}`)}`;
  return [
    ...(takesArguments && choices.length === 0 ? [] : [`${where} -f`]),
    ...subcommands.map(({ name, help }) => `${where} -a ${quoted(name)} -d ${quoted(help)}`),
    ...(choices.length === 0 ? [] : [`${where} -a ${quoted(choices.join(' '))}`]),
    ...options.map((option) => `${where} -l ${option.flag.slice(2)}${valueWords(option)} -d ${quoted(option.help)}`),
  ];
}

function valueWords({ takesValue, choices }: KnownOption): string {
  if (!takesValue) return '';
  return choices.length === 0 ? ' -r -F' : ` -x -a ${quoted(choices.join(' '))}`;
}
