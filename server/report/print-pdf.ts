import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import { findBrowser } from './find-browser.ts';

const run = promisify(execFile);
const mostMs = 120_000;

/**
 * Prints a report to PDF by a browser of this machine, which is kept from every other address.
 *
 * @param browserPath Instead of the one that is found.
 * @throws StrideError `browser_missing`, `pdf_failed`, `output_not_writable` or `aborted`.
 */
export async function printPdf(
  htmlPath: string,
  pdfPath: string,
  { browserPath, signal }: { readonly browserPath?: string | undefined; readonly signal: AbortSignal },
): Promise<void> {
  const browser = requireBrowser(browserPath);
  const folder = await mkdtemp(join(tmpdir(), 'stridelab-pdf-'));
  const partial = join(folder, 'report.pdf');
  try {
    await run(browser, [...switches(folder), `--print-to-pdf=${partial}`, pathToFileURL(resolve(htmlPath)).href], {
      signal,
      timeout: mostMs,
    });
    if (!existsSync(partial)) throw new Error('the browser wrote no file');
    await moveTo(pdfPath, partial);
  } catch (cause) {
    if (cause instanceof StrideError) throw cause;
    if (signal.aborted) throw new StrideError('aborted', undefined, { cause });
    throw new StrideError('pdf_failed', cause instanceof Error ? cause.message.split('\n')[0] : undefined, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The browser that prints. @param named Instead of the one that is found. @throws StrideError `browser_missing`. */
export function requireBrowser(named: string | undefined): string {
  const browser = named ?? findBrowser();
  if (browser === null || !existsSync(browser)) throw new StrideError('browser_missing', named);
  return browser;
}

const switches = (profile: string): string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  `--user-data-dir=${profile}`,
  // The browser refuses its sandbox to the superuser; the page is ours, and has no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

async function moveTo(path: string, partial: string): Promise<void> {
  try {
    // The scratch folder may lie on another disk.
    await copyFile(partial, `${path}.partial`);
    await rename(`${path}.partial`, path);
  } catch (cause) {
    await rm(`${path}.partial`, { force: true });
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
}
