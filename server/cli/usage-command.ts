import type { Command } from 'commander';
import { partnerUsage } from '../accounts/partner-usage.ts';
import { type DataOptions, dataCommand } from './data-command.ts';
import { printJson, printTable } from './print.ts';

interface UsageOptions extends DataOptions {
  readonly partner: string;
}

/** `stridelab usage`: how many analyses a partner started, by month, view and outcome. */
export function usageCommand(): Command {
  return dataCommand('usage', 'Count a partner’s analyses by month of the start (UTC), view and outcome.')
    .requiredOption('--partner <name>', 'the partner (required)')
    .action(async ({ partner, data, json }: UsageOptions) => {
      const rows = (await partnerUsage(data, partner)).map(({ month, analysisType, outcome, analyses }) => ({
        month,
        analysis_type: analysisType,
        outcome,
        analyses,
      }));
      if (json) printJson(rows);
      else printTable(['Month', 'View', 'Outcome', 'Analyses'], rows.map(Object.values));
    });
}
