import type { Command } from 'commander';
import { buildProgram } from './commands.ts';

const columns = 110;

/** `docs/reference/cli.md`: what every command says of itself. */
export async function cliPage(): Promise<string> {
  const program = await buildProgram(new AbortController().signal);
  return `${['# Command line', '', introduction, '', ...sectionsOf(program, 'stridelab')].join('\n').trimEnd()}\n`;
}

const introduction = `Written by \`npm run docs\` from what \`--help\` prints. Results go to standard output, progress and errors to standard error; progress is a bar on a terminal and lines elsewhere,
with its rate and the time left, and \`--quiet\` leaves it out. Nothing is coloured. Ctrl+C ends a command with 130; files that it was writing appear whole or not at all. A name that begins with a dash is written \`./-run.mp4\`.
\`stridelab completion\` prints a script by which bash, zsh or fish completes all of this.`;

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
