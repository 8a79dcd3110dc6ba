import type { Command } from 'commander';
import { buildProgram } from './commands.ts';

const columns = 110;

/** `docs/reference/cli.md`: what every command says of itself. */
export async function cliPage(): Promise<string> {
  const program = await buildProgram(new AbortController().signal);
  return `${['# Command line', '', introduction, '', ...sectionsOf(program, 'stridelab')].join('\n').trimEnd()}\n`;
}

const introduction = `Written by \`npm run docs\` from the output of \`--help\`.

- Results go to standard output, progress and errors to standard error. Nothing is coloured.
- Progress is a bar on a terminal, lines elsewhere, with rate and time left. \`--quiet\` switches it off.
- Ctrl+C ends a command with exit code 130. Files that it was writing appear complete or not at all.
- Write a file name that begins with a dash as \`./-run.mp4\`.
- \`stridelab completion\` prints a completion script for bash, zsh or fish.`;

function sectionsOf(command: Command, name: string): string[] {
  const help = command.createHelp();
  // The same page whatever the terminal that it is written on.
  help.helpWidth = columns;
  const text = help
    .formatHelp(command, help)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  const below = help.visibleCommands(command).filter((one) => one.name() !== 'help');
  return [
    `## ${name}`,
    '',
    '```text',
    text,
    '```',
    '',
    ...below.flatMap((one) => sectionsOf(one, `${name} ${one.name()}`)),
  ];
}
