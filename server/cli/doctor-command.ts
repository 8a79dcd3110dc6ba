import { Command } from 'commander';
import { examine } from '../doctor/examine.ts';
import { exitCodes } from './exit-codes.ts';
import { printJson } from './print.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';

interface DoctorOptions {
  readonly json?: true;
}

/** `stridelab doctor`: whether a server can work here, and how to mend what keeps it from it. */
export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description(
      'Check decoder, weights, store, disk, clock and ports for a server with these settings, and say how to fix problems.',
    )
    .option('--json', 'print JSON');
  return addSettingOptions(command, 'all').action(async ({ json }: DoctorOptions) => {
    const findings = await examine(loadedSettings(command).values, Date.now);
    if (json) printJson(findings);
    else
      for (const { what, verdict, seen, mend } of findings) {
        process.stdout.write(`${verdict.padEnd(5)} ${what}: ${seen}\n`);
        if (mend !== null) process.stdout.write(`      ${mend}\n`);
      }
    if (findings.some(({ verdict }) => verdict === 'fail')) process.exitCode = exitCodes.installation.code;
  });
}
