import { Command } from 'commander';

/** What every command on a data folder is given. */
export interface DataOptions {
  readonly data: string;
  readonly json?: true;
}

/** A command that reads or changes a data folder, also while a server runs on it. */
export const dataCommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .requiredOption('--data <dir>', 'the server’s data folder (required)')
    .option('--json', 'print JSON')
    .exitOverride();
