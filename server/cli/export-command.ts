import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import { measureReading } from '../../engine/analyze-poses.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { ClipReading } from '../../engine/pose-file/clip-reading.ts';
import { openPoses } from '../../engine/pose-file/open-poses.ts';
import { posesFileName } from '../../engine/pose-file/poses-file-name.ts';
import {
  type ExportFormat,
  type ExportTable,
  exported,
  exportFormats,
  exportTables,
  isBinary,
} from '../export/export-formats.ts';
import { keptPoses } from '../export/kept-poses.ts';
import { type LengthUnit, lengthUnits } from '../export/trc.ts';
import { askedTerms, type TermFlags } from './asked-terms.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';
import { addTermOptions } from './term-options.ts';

interface ExportOptions extends TermFlags {
  readonly format: ExportFormat;
  readonly table: ExportTable;
  readonly units: LengthUnit;
  readonly out?: string;
}

/** `stridelab export SOURCE`: an analysis in a format of other tools. */
export function exportCommand(): Command {
  const command = new Command('export')
    .description('Write an analysis in a format of other tools: OpenSim, pandas, R, MATLAB, a spreadsheet.')
    .argument('<source>', 'a folder of `stridelab analyze`, a poses file, or an analysis ID of the server’s --data')
    .addOption(
      new Option('--format <format>', 'trc: markers; mot: joint angles; csv, ndjson, parquet: a table')
        .choices(exportFormats)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--table <table>', 'of csv, ndjson and parquet').choices(exportTables).default('frames'))
    .addOption(new Option('--units <unit>', 'lengths of trc').choices(lengthUnits).default('m'))
    .option('--out <file>', 'where it goes (default: standard output)');
  return addSettingOptions(addTermOptions(command), 'store').action(
    async (source: string, options: ExportOptions, self: Command) => {
      const { format, table, units, out } = options;
      if (isBinary(format) && out === undefined && process.stdout.isTTY)
        throw new StrideError('invalid_option', `${format} is no text; give --out, such as --out run.${format}`);
      const reading = await readingOf(source, self);
      const terms = askedTerms(options, reading.terms);
      const analysis = await measureReading(reading, terms);
      const fileName = basename(out ?? `${source}.${format}`);
      const written = await exported(analysis, terms, { format, table, units, fileName });
      if (out === undefined) process.stdout.write(written);
      else await writeOut(out, written);
    },
  );
}

async function readingOf(source: string, command: Command): Promise<ClipReading> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory()) return openPoses(join(source, posesFileName));
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(source);
  return found === null && isId ? keptPoses(source.toLowerCase(), loadedSettings(command).values) : openPoses(source);
}

async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new StrideError('output_not_writable', path, { cause });
  }
}
