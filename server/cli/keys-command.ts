import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { CreatedKey } from '../accounts/account-store.ts';
import { createPartnerKey, listPartnerKeys, revokePartnerKey, rotatePartnerKey } from '../accounts/partner-keys.ts';
import { parseCredits } from './credit-amount.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { moment, printJson, printTable } from './print.ts';

interface CreateOptions extends DataOptions {
  readonly partner: string;
  readonly name?: string;
  readonly credits?: number;
}

interface ListOptions extends DataOptions {
  readonly partner?: string;
}

/** `stridelab keys`: creates, lists, rotates and revokes API keys, also while a server runs on the folder. */
export function keysCommand(): Command {
  return new Command('keys')
    .description('Manage API keys.')
    .addCommand(createCommand())
    .addCommand(listCommand())
    .addCommand(rotateCommand())
    .addCommand(revokeCommand());
}

const idHelp = 'the key’s id, from `stridelab keys list`';

const createCommand = (): Command =>
  dataCommand('create', 'Create an API key for a partner, which may have several; the key is shown only this once.')
    .requiredOption('--partner <name>', 'the partner; created if new (required)')
    .option('--name <label>', 'a label for the key')
    .option(
      '--credits <count>',
      'credits to grant the partner with it: its analyses are charged from now on',
      parseCredits,
    )
    .action(async ({ partner, name, credits, data, json }: CreateOptions) => {
      const label = name?.trim() || null;
      showKey(await createPartnerKey(data, partner, { label, credits: credits ?? null }), json);
    });

const listCommand = (): Command =>
  dataCommand('list', 'List the keys, oldest first; a key itself is never shown again.')
    .option('--partner <name>', 'only this partner’s')
    .action(async ({ partner, data, json }: ListOptions) => {
      const rows = (await listPartnerKeys(data, partner)).map((key) => ({
        key_id: key.keyId,
        partner: key.partner,
        name: key.label,
        prefix: key.prefix,
        created_at: moment(key.createdAtMs),
        revoked_at: moment(key.revokedAtMs),
      }));
      if (json) printJson(rows);
      else printTable(['Id', 'Partner', 'Name', 'Begins with', 'Created', 'Revoked'], rows.map(Object.values));
    });

const rotateCommand = (): Command =>
  dataCommand('rotate', 'Replace a key by a new one, which is shown only this once; the old one stops working at once.')
    .argument('<id>', idHelp)
    .action(async (id: string, { data, json }: DataOptions) => {
      const created = await rotatePartnerKey(data, id);
      if (created === null) throw noSuchKey(id);
      showKey(created, json);
    });

const revokeCommand = (): Command =>
  dataCommand('revoke', 'Revoke a key; it stops working at once.')
    .argument('<id>', idHelp)
    .action(async (id: string, { data, json }: DataOptions) => {
      if (!(await revokePartnerKey(data, id))) throw noSuchKey(id);
      if (json) printJson({ key_id: id, revoked: true });
      else process.stdout.write(`Revoked ${id}.\n`);
    });

const noSuchKey = (id: string): StrideError =>
  new StrideError('invalid_option', `no key in use has the id ${id}; \`stridelab keys list\` shows them`);

function showKey({ key, keyId, partner, label }: CreatedKey, json: true | undefined): void {
  if (json) printJson({ key, key_id: keyId, partner, name: label });
  else process.stdout.write(`${key}\nKeep it: only its hash is stored, and it is not shown again.\n`);
}
