import { Command } from 'commander';
import { grantPartnerCredits, partnerCredits, partnerLedger } from '../accounts/partner-credits.ts';
import type { CreditBalance } from '../store/credit-ledger.ts';
import { parseCredits } from './credit-amount.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { moment, printJson, printTable } from './print.ts';

interface PartnerOptions extends DataOptions {
  readonly partner: string;
}

interface GrantOptions extends PartnerOptions {
  readonly note?: string;
}

/** `stridelab credits`: grants credits and shows what became of them, also while a server runs on the folder. */
export function creditsCommand(): Command {
  return new Command('credits')
    .description('Manage credits: each analysis takes one, once a partner has been granted any.')
    .addCommand(grantCommand())
    .addCommand(balanceCommand())
    .addCommand(ledgerCommand());
}

const partnerCommand = (name: string, description: string): Command =>
  dataCommand(name, description).requiredOption('--partner <name>', 'the partner (required)');

const grantCommand = (): Command =>
  partnerCommand('grant', 'Grant credits to a partner; its analyses are charged from now on.')
    .argument('<count>', 'how many; 0 only begins to charge analyses', parseCredits)
    .option('--note <text>', 'kept in the ledger')
    .action(async (amount: number, { partner, note, data, json }: GrantOptions) => {
      showBalance(partner, await grantPartnerCredits(data, partner, { amount, note: note ?? null }), json);
    });

const balanceCommand = (): Command =>
  partnerCommand('balance', 'Show what a partner was granted, what was taken and returned, and what is left.').action(
    async ({ partner, data, json }: PartnerOptions) => {
      showBalance(partner, await partnerCredits(data, partner), json);
    },
  );

const ledgerCommand = (): Command =>
  partnerCommand('ledger', 'Show every change of credits, oldest first.').action(
    async ({ partner, data, json }: PartnerOptions) => {
      const rows = (await partnerLedger(data, partner)).map((entry) => ({
        created_at: moment(entry.createdAtMs),
        kind: entry.kind,
        amount: entry.amount,
        balance: entry.balance,
        analysis_id: entry.analysisId,
        note: entry.note,
      }));
      if (json) printJson(rows);
      else printTable(['Time', 'Kind', 'Amount', 'Balance', 'Analysis', 'Note'], rows.map(Object.values));
    },
  );

function showBalance(
  partner: string,
  { metered, granted, taken, returned, balance }: CreditBalance,
  json?: true,
): void {
  const name = partner.trim();
  if (json) printJson({ partner: name, metered, granted, taken, returned, balance });
  else {
    const left = metered ? balance : 'not metered';
    printTable(['Partner', 'Granted', 'Taken', 'Returned', 'Left'], [[name, granted, taken, returned, left]]);
  }
}
