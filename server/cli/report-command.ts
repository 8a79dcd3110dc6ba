import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Command, Option } from 'commander';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { type Language, languages } from '../../engine/score/language.ts';
import { writeWhole } from '../../engine/write-whole.ts';
import { withStores } from '../accounts/operator-stores.ts';
import { mediaPlace } from '../config/media-place.ts';
import { requireStorePlace, storesPlace } from '../config/require-store-place.ts';
import { lacksLetters } from '../report/lacks-letters.ts';
import { printPdf, requireBrowser } from '../report/print-pdf.ts';
import { reportHtml } from '../report/report-html.ts';
import { type ReportSource, reportSourceAt } from '../report/report-source.ts';
import { storedReportSource } from '../report/stored-report-source.ts';
import { dataDirAt } from '../store/data-dir.ts';
import { openMedia } from '../store/media/open-media.ts';
import { parseOut } from './options.ts';
import { printJson } from './print.ts';
import { type ProgressLine, quietHelp, withProgress } from './progress-line.ts';
import { requireWritable } from './require-writable.ts';
import { addSettingOptions, loadedSettings } from './setting-options.ts';

interface ReportOptions {
  readonly out?: string;
  readonly pdf?: true;
  readonly browser?: string;
  readonly language?: Language;
  readonly name?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** `stridelab report SOURCE`: what a coach mails to a runner, one HTML file and on demand a PDF. */
export const reportCommand = (signal: AbortSignal): Command =>
  addSettingOptions(new Command('report').description('Write a report of an analysis as one HTML file, and as PDF.'), [
    'store',
  ])
    .argument('<source>', 'the folder of an analysis, its details.json, output of --json, or an id with --data')
    .option('--out <file>', 'the HTML file (default: report.html in the folder, or <id>-report.html)', parseOut)
    .option('--pdf', 'also write a PDF, with this machine’s Chromium, Chrome or Edge')
    .option('--browser <path>', 'the browser that writes the PDF')
    .addOption(new Option('--language <code>', 'language (default: that of the analysis)').choices(languages))
    .option('--name <text>', 'name of the runner, for the report')
    .option('--json', 'print JSON: the paths of the files')
    .option('--quiet', quietHelp)
    .action(async (source: string, options: ReportOptions, command: Command) => {
      const path = options.out ?? (await defaultPath(source));
      // What would be in the way at the end is told before anything is done.
      requireWritable(path);
      if (options.pdf) {
        requireBrowser(options.browser);
        requireWritable(pdfPathOf(path));
      }
      await withSource(source, command, async (found) => {
        const language = options.language ?? found.details.request.language;
        if (options.pdf && (await lacksLetters(language))) process.stderr.write(fontNote(language));
        const files = await withProgress(options.quiet === true, (progress) =>
          makeFiles(found, path, { ...options, signal }, progress),
        );
        if (options.json) printJson({ files });
        else process.stdout.write(files.map((file) => `Wrote ${file}\n`).join(''));
      });
    });

/** @returns The paths of what was written. */
async function makeFiles(
  found: ReportSource,
  path: string,
  { language, name, pdf, browser, signal }: ReportOptions & { readonly signal: AbortSignal },
  progress: ProgressLine,
): Promise<string[]> {
  const most = pdf ? 60 : 95;
  let isTold = false;
  const html = await reportHtml(found, {
    language,
    name,
    signal,
    onFrame: ({ done, expected }) => {
      isTold = true;
      progress.update((most * done) / expected, 'choosing key frames', { count: { done, unit: 'frames' } });
    },
  });
  await writeWhole(path, html);
  if (!pdf) {
    if (isTold) progress.update(100, 'done');
    return [path];
  }
  progress.update(most, 'printing');
  const pdfPath = pdfPathOf(path);
  await printPdf(path, pdfPath, { browserPath: browser, signal });
  progress.update(100, 'done');
  return [path, pdfPath];
}

const pdfPathOf = (htmlPath: string): string => `${htmlPath.slice(0, htmlPath.length - extname(htmlPath).length)}.pdf`;

const fontNote = (language: Language): string =>
  `Note: no font of this machine has the letters of “${language}”, so the PDF will have boxes in their place; install Noto Sans CJK, for example (Debian: apt install fonts-noto-cjk).\n`;

async function withSource(
  source: string,
  command: Command,
  make: (found: ReportSource) => Promise<void>,
): Promise<void> {
  if (existsSync(source)) return make(await reportSourceAt(source));
  const settings = loadedSettings(command).values;
  if (settings.data === null && settings.database === null)
    throw new StrideError(
      'report_source_unusable',
      `there is no ${source}; for the id of a server’s analysis, --data or --database tells where the server keeps it`,
    );
  const { media, close } = openMedia(dataDirAt(requireStorePlace(settings)), mediaPlace(settings));
  try {
    // A runner's video comes to lie there, which nobody else removes when this process is killed.
    const folder = media.scratchPath();
    await mkdir(folder, { mode: 0o700 });
    const found = await withStores(storesPlace(settings), ({ analyses }) =>
      storedReportSource(source, { analyses, media }, folder),
    );
    await make(found);
  } finally {
    await close();
  }
}

async function defaultPath(source: string): Promise<string> {
  if (!existsSync(source)) return `${basename(source)}-report.html`;
  return (await stat(source)).isDirectory()
    ? join(source, 'report.html')
    : `${source.slice(0, source.length - extname(source).length)}-report.html`;
}
