import { Command } from 'commander';
import { createPartnerKey } from '../accounts/partner-keys.ts';

interface CreateOptions {
  readonly partner: string;
  readonly data: string;
  readonly json?: true;
}

/** `stridelab keys create`: a key for a partner, shown once. */
export function keysCommand(): Command {
  const create = new Command('create')
    .description('Create an API key for a partner; the key is shown this once.')
    .requiredOption('--partner <name>', 'the partner; made when new')
    .requiredOption('--data <dir>', 'the server’s data folder')
    .option('--json', 'print {"key": …}')
    .exitOverride()
    .action(async ({ partner, data, json }: CreateOptions) => {
      const { key } = await createPartnerKey(data, partner);
      process.stdout.write(
        json
          ? `${JSON.stringify({ key })}\n`
          : `${key}\nKeep it: only its hash is stored, and it is not shown again.\n`,
      );
    });
  return new Command('keys').description('Manage API keys.').addCommand(create);
}
