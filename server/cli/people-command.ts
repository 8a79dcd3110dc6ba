import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import {
  addPerson,
  listPeople,
  removePerson,
  requireKnownPartner,
  setPersonPassword,
} from '../accounts/partner-people.ts';
import { generatePassword } from '../accounts/password-rules.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { moment, printJson, printTable } from './print.ts';
import { askPassword, passwordOf } from './read-password.ts';

interface PartnerOption extends DataOptions {
  readonly partner: string;
}

interface PasswordOptions extends PartnerOption {
  readonly passwordStdin?: true;
  readonly generate?: true;
}

interface AddOptions extends PasswordOptions {
  readonly newPartner?: true;
}

interface ListOptions extends DataOptions {
  readonly partner?: string;
}

/** `stridelab people`: who may sign in to the console, also while a server runs on the folder. */
export const peopleCommand = (signal: AbortSignal): Command =>
  new Command('people')
    .description('Manage who may sign in to the console.')
    .addCommand(addCommand(signal))
    .addCommand(listCommand())
    .addCommand(passwordCommand(signal))
    .addCommand(removeCommand());

const ofPartner = (name: string, description: string, partnerHelp: string): Command =>
  dataCommand(name, description)
    .argument('<name>', 'the name to sign in with; not case-sensitive')
    .requiredOption('--partner <name>', `${partnerHelp} (required)`);

const withPassword = (command: Command): Command =>
  command
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .option('--generate', 'generate a password and print it once');

const addCommand = (signal: AbortSignal): Command =>
  withPassword(
    ofPartner(
      'add',
      'Allow a person to sign in to the console for a partner.',
      'the partner whose data the person sees; the first one of a store is created',
    ),
  )
    .option('--new-partner', 'create this partner, if others exist already')
    .action(async (name: string, options: AddOptions) => {
      // Before a password is asked for.
      if (!options.newPartner) await requireKnownPartner(options.data, options.partner);
      const password = await newPassword(options, signal);
      const isNew = await addPerson(options.data, { partner: options.partner, name }, password);
      // Beside the result: the first line of standard output is the password that was made.
      if (isNew && !options.json) process.stderr.write(`${options.partner.trim()} is a new partner.\n`);
      show(name, options, password, 'may sign in');
    });

const passwordCommand = (signal: AbortSignal): Command =>
  withPassword(
    ofPartner('password', 'Set a person’s password; all their sessions end.', 'the partner of the person'),
  ).action(async (name: string, options: PasswordOptions) => {
    const password = await newPassword(options, signal);
    await setPersonPassword(options.data, { partner: options.partner, name }, password);
    show(name, options, password, 'has a new password, and is signed out everywhere');
  });

const listCommand = (): Command =>
  dataCommand('list', 'List who may sign in.')
    .option('--partner <name>', 'only this partner’s')
    .action(async ({ partner, data, json }: ListOptions) => {
      const rows = (await listPeople(data, partner)).map((person) => ({
        name: person.name,
        partner: person.partner,
        created_at: moment(person.createdAtMs),
        password_set_at: moment(person.passwordSetAtMs),
      }));
      if (json) printJson(rows);
      else printTable(['Name', 'Partner', 'Added', 'Password set'], rows.map(Object.values));
    });

const removeCommand = (): Command =>
  ofPartner('remove', 'Remove a person; all their sessions end.', 'the partner of the person').action(
    async (name: string, { partner, data, json }: PartnerOption) => {
      await removePerson(data, { partner, name });
      if (json) printJson({ name: name.trim(), partner: partner.trim(), removed: true });
      else process.stdout.write(`${name.trim()} may sign in no more.\n`);
    },
  );

async function newPassword({ passwordStdin, generate }: PasswordOptions, signal: AbortSignal): Promise<string> {
  if (passwordStdin && generate)
    throw new StrideError('invalid_option', '--password-stdin and --generate exclude each other');
  if (generate) return generatePassword();
  return passwordStdin ? passwordOf(process.stdin, signal) : askPassword(process.stdin, process.stderr, signal);
}

function show(name: string, { partner, json, generate }: PasswordOptions, password: string, what: string): void {
  const told = generate ? password : null;
  if (json) printJson({ name: name.trim(), partner: partner.trim(), ...(told !== null && { password: told }) });
  else if (told !== null) process.stdout.write(`${told}\nKeep it: only its hash is stored. ${name.trim()} ${what}.\n`);
  else process.stdout.write(`${name.trim()} ${what}.\n`);
}
