import type { Command } from 'commander';

export interface KnownOption {
  /** `--view`. */
  readonly flag: string;
  readonly help: string;
  /** What its value may be; empty where it is anything, such as a file. */
  readonly choices: readonly string[];
  readonly takesValue: boolean;
}

/** What a shell has to know of a command. */
export interface KnownCommand {
  /** Names from the program on, each after a space, the program's own left out: ` data backup`; empty for the program. */
  readonly path: string;
  readonly subcommands: readonly { readonly name: string; readonly help: string }[];
  readonly options: readonly KnownOption[];
  /** Values of its arguments, where there is a choice. */
  readonly choices: readonly string[];
  readonly takesArguments: boolean;
}

/** The program and all that is below it. */
export function commandTree(command: Command, path = ''): KnownCommand[] {
  const help = command.createHelp();
  const subcommands = help.visibleCommands(command);
  const { registeredArguments } = command;
  const known: KnownCommand = {
    path,
    subcommands: subcommands.map((one) => ({ name: one.name(), help: help.subcommandDescription(one) })),
    options: help.visibleOptions(command).flatMap((option): KnownOption[] =>
      option.long == null
        ? []
        : [
            {
              flag: option.long,
              help: option.description,
              choices: option.argChoices ?? [],
              takesValue: option.required || option.optional,
            },
          ],
    ),
    choices: registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    takesArguments: registeredArguments.length > 0,
  };
  const below = subcommands.filter((one) => one.name() !== 'help');
  return [known, ...below.flatMap((one) => commandTree(one, `${path} ${one.name()}`))];
}
