import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { measureReading } from '../../engine/analyze-poses.ts';
import { StrideError } from '../../engine/errors/stride-error.ts';
import type { ClipReading } from '../../engine/pose-file/clip-reading.ts';
import { openPoses } from '../../engine/pose-file/open-poses.ts';
import { posesFileName } from '../../engine/pose-file/poses-file-name.ts';
import { writeWhole } from '../../engine/write-whole.ts';
import {
  type ExportFormat,
  type ExportTable,
  exported,
  exportFormats,
  exportTables,
  isBinary,
  isMotion,
} from '../export/export-formats.ts';
import { keptPoses } from '../export/kept-poses.ts';
import { type LengthUnit, lengthUnits } from '../export/trc.ts';
import { askedTerms, type TermFlags } from './asked-terms.ts';
import { parseOut } from './options.ts';
import { printJson } from './print.ts';
import { requireWritable } from './require-writable.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';
import { addTermOptions } from './term-options.ts';

interface ExportOptions extends TermFlags {
  readonly format: ExportFormat;
  readonly table: ExportTable;
  readonly units: LengthUnit;
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** `stridelab export SOURCE`: an analysis in a format of other tools. */
export function exportCommand(signal: AbortSignal): Command {
  const command = new Command('export')
    .description('Export an analysis for other tools: OpenSim, pandas, R, MATLAB, a spreadsheet.')
    .argument('<source>', 'a folder of `stridelab analyze`, a poses file, or an analysis ID of the server’s --data')
    .addOption(
      new Option('--format <format>', 'trc: markers; mot: joint angles; csv, ndjson, parquet: a table')
        .choices(exportFormats)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--table <table>', 'of csv, ndjson and parquet').choices(exportTables).default('frames'))
    .addOption(new Option('--units <unit>', 'lengths of trc').choices(lengthUnits).default('m'))
    .option('--out <file>', 'output file (default: standard output)', parseOut)
    .option('--json', 'print JSON: the file that was written, needs --out')
    .option('--quiet', 'do not say which file was written');
  return addSettingOptions(addTermOptions(command, 'the analysis says it'), ['store']).action(
    async (source: string, options: ExportOptions, self: Command) => {
      const { format, table, units, out } = options;
      requireFitting(format, self);
      if (options.json && out === undefined)
        throw new StrideError(
          'invalid_option',
          '--json tells of the file that --out names; without it standard output holds the export',
        );
      if (out !== undefined) requireWritable(out);
      if (isBinary(format) && out === undefined && process.stdout.isTTY)
        throw new StrideError('invalid_option', `${format} is no text; give --out, such as --out run.${format}`);
      const reading = await readingOf(source, self);
      const terms = askedTerms(options, reading.terms);
      const analysis = await measureReading(reading, terms, signal);
      const fileName = basename(out ?? `${source}.${format}`);
      const written = await exported(analysis, terms, { format, table, units, fileName });
      // What takes long is over in one go; Ctrl+C meanwhile is heard here.
      await nextTurn();
      if (signal.aborted) throw new StrideError('aborted');
      if (out === undefined) process.stdout.write(written);
      else {
        await writeWhole(out, written);
        if (options.json)
          printJson({ file: out, format, table: isMotion(format) ? null : table, bytes: Buffer.byteLength(written) });
        // Standard output may be where --out leads.
        else if (!options.quiet) process.stderr.write(`Wrote ${out}\n`);
      }
    },
  );
}

async function readingOf(source: string, command: Command): Promise<ClipReading> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory()) return openPoses(join(source, posesFileName));
  if (found !== null) return openPoses(source);
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(source);
  if (!isId)
    throw new StrideError(
      'invalid_option',
      `there is no file or folder ${source}; name a folder that \`stridelab analyze\` wrote, its poses.ndjson, or an analysis ID of a server with --data`,
    );
  const { values } = loadedSettings(command);
  if (values.data === null && values.database === null)
    throw new StrideError(
      'invalid_option',
      `there is no file or folder ${source}; for the ID of a server’s analysis, --data or --database tells where the server keeps it`,
    );
  return keptPoses(source.toLowerCase(), values);
}

/** Options that a format makes nothing of are mistakes. @throws StrideError `invalid_option`. */
function requireFitting(format: ExportFormat, command: Command): void {
  const isTable = !isMotion(format);
  if (!isTable && command.getOptionValueSource('table') === 'cli')
    throw new StrideError(
      'invalid_option',
      `--table is of csv, ndjson and parquet; ${format} holds ${format === 'trc' ? 'markers' : 'joint angles'}`,
    );
  if (format !== 'trc' && command.getOptionValueSource('units') === 'cli')
    throw new StrideError('invalid_option', `--units is of trc; ${format} has its units in the names of its columns`);
}
