import { Command } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { openApiYaml } from '../contract/openapi/openapi-yaml.ts';
import { checkLive } from '../contract-check/check-live.ts';
import { compareDocuments } from '../contract-check/compare-documents.ts';
import { readDocument, readDocumentFile } from '../contract-check/read-document.ts';
import { type ContractReport, differs, reportText } from '../contract-check/report.ts';
import { exitCodes } from './exit-codes.ts';
import { parseBaseUrl } from './options.ts';

interface CheckOptions {
  readonly url?: string;
  readonly key?: string;
  readonly video?: string;
  readonly write?: true;
  readonly json?: true;
}

/** `stridelab contract`: our contract held against the vendor's own, which each user has to bring. */
export const contractCommand = (): Command =>
  new Command('contract')
    .description('Compare our API contract with a specification of your own.')
    .addCommand(checkCommand());

const checkCommand = (): Command =>
  new Command('check')
    .description('Compare an OpenAPI 3.0 or 3.1 document with ours, and live answers with it.')
    .argument('<document>', 'the specification, YAML or JSON, in one file')
    .option('--url <url>', 'a running server whose answers are compared with the document', parseBaseUrl)
    .option('--key <key>', 'an API key of that server')
    .option('--video <path>', 'a clip to analyse on that server; takes a credit')
    .option('--write', 'also create and delete a subject there, and save the webhook again')
    .option('--json', 'print the report as JSON')
    .exitOverride()
    .addHelpText(
      'after',
      `\nEnds with ${exitCodes.ok.code} when nothing differs, with ${exitCodes.differs.code} when something does.`,
    )
    .action(check);

async function check(path: string, { json, ...live }: CheckOptions): Promise<void> {
  const theirs = await readDocumentFile(path);
  const ours = readDocument(openApiYaml('http://127.0.0.1'), 'our contract');
  const differences = compareDocuments(theirs, ours);
  const report: ContractReport = { differences, live: await askLive(live, theirs, ours) };
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : reportText(report)}\n`);
  if (differs(report)) process.exitCode = exitCodes.differs.code;
}

async function askLive(
  { url, key, video, write }: Omit<CheckOptions, 'json'>,
  theirs: Awaited<ReturnType<typeof readDocumentFile>>,
  ours: Awaited<ReturnType<typeof readDocumentFile>>,
): Promise<ContractReport['live']> {
  if (url === undefined && key === undefined && video === undefined && write === undefined) return null;
  if (url === undefined || key === undefined)
    throw new StrideError('invalid_option', 'a running server is asked with --url and --key together');
  return checkLive(theirs, ours, {
    url: url.replace(/\/+$/, ''),
    key,
    videoPath: video ?? null,
    write: write === true,
  });
}
