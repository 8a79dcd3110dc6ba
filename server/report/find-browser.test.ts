import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { printPdf } from './print-pdf.ts';

const { signal } = new AbortController();

describe('a browser that prints', () => {
  const among = (paths: readonly string[]) => (path: string) => paths.includes(path);

  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, ['/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
    ['linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['linux', {}, [], null],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Programs' },
      ['C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'darwin',
      { PATH: '/bin' },
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  ] as const)('is found on %s by %o', (platform, environment, paths, found) => {
    expect(findBrowser({ platform, environment, exists: among(paths) })).toBe(found);
  });
});

describe('a PDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stridelab-pdf-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const html = join(folder, 'report.html');
  const pdf = join(folder, 'report.pdf');
  writeFileSync(html, '<!doctype html><html lang="en"><title>x</title><p>One page.</p></html>');

  it('needs a browser, and says so', async () => {
    const missing = printPdf(html, pdf, { browserPath: join(folder, 'nobody'), signal });
    await expect(missing).rejects.toMatchObject({ code: 'browser_missing' });
  });

  it('is not there when the browser writes none', async () => {
    const failing = printPdf(html, pdf, { browserPath: process.execPath, signal });
    await expect(failing).rejects.toMatchObject({ code: 'pdf_failed' });
    expect(existsSync(pdf)).toBe(false);
  });

  it('is printed by a browser of this machine', async (context) => {
    if (findBrowser() === null) context.skip('no Chromium, Chrome or Edge on this machine');
    await printPdf(html, pdf, { signal });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
