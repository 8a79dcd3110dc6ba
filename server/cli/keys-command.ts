import Table from 'cli-table3';
import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { createPartnerKey, listPartnerKeys, revokePartnerKey } from '../accounts/partner-keys.ts';

interface CreateOptions {
  readonly partner: string;
  readonly data: string;
  readonly json?: true;
}

interface DataOption {
  readonly data: string;
}

/** `stridelab keys`: creates, lists and revokes API keys, also while a server runs on the folder. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('Manage API keys.')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
}

const subcommand = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .requiredOption('--data <dir>', 'the server’s data folder (required)')
    .exitOverride();

const createCommand = (): Command =>
  subcommand('create', 'Create an API key for a partner; the key is shown this once.')
    .requiredOption('--partner <name>', 'the partner; made when new (required)')
    .option('--json', 'print {"key": …}')
    .action(async ({ partner, data, json }: CreateOptions) => {
      const { key } = await createPartnerKey(data, partner);
      process.stdout.write(
        json
          ? `${JSON.stringify({ key })}\n`
          : `${key}\nKeep it: only its hash is stored, and it is not shown again.\n`,
      );
    });

const listCommand = (): Command =>
  subcommand('list', 'List the keys, oldest first; a key itself is never shown again.').action(
    async ({ data }: DataOption) => {
      const table = new Table({
        head: ['Id', 'Partner', 'Begins with', 'Created', 'Revoked'],
        style: { head: [], border: [] },
      });
      const date = (ms: number | null): string => (ms === null ? '–' : new Date(ms).toISOString());
      for (const { keyId, partner, prefix, createdAtMs, revokedAtMs } of await listPartnerKeys(data)) {
        table.push([keyId, partner, prefix, date(createdAtMs), date(revokedAtMs)]);
      }
      process.stdout.write(`${table.toString()}\n`);
    },
  );

const revokeCommand = (): Command =>
  subcommand('revoke', 'Revoke a key; it stops at once.')
    .argument('<id>', 'the key’s id, from `stridelab keys list`')
    .action(async (id: string, { data }: DataOption) => {
      if (!(await revokePartnerKey(data, id)))
        throw new StrideError('invalid_option', `no key in use has the id ${id}`);
      process.stdout.write(`Revoked ${id}.\n`);
    });
