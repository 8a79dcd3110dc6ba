import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDetails } from '../server/details/to-details.ts';
import { resultOf, runCommand, startCommand } from './support/command-line.ts';
import { sampleAnalysis } from './support/sample-analysis.ts';
import { tempDir } from './support/temp-dir.ts';

const slow = { timeout: 120_000 };

/** What is in the way at the end is told even before the source, which is not there, is looked for. */
describe('what is in the way is told before the work', slow, () => {
  it.each([
    [['report', 'nothing', '--out', 'missing/report.html'], 'output_not_writable', 'the folder above it is missing'],
    [['report', 'nothing', '--out', '.'], 'output_not_writable', 'a folder is in its place'],
    [['report', 'nothing', '--pdf', '--browser', './no-browser'], 'browser_missing', 'no-browser'],
    [['export', 'nothing', '--format', 'csv', '--out', 'missing/run.csv'], 'output_not_writable', 'the folder above'],
    [['export', 'nothing', '--format', 'csv', '--json'], 'invalid_option', 'that --out names'],
  ])('%j', async (args, code, detail) => {
    const { status, stdout, stderr } = await runCommand(tempDir(), ...args);
    expect(stderr).toContain(`error ${code}: `);
    expect(stderr).toContain(detail);
    expect({ isRefused: status !== 0, stdout }).toEqual({ isRefused: true, stdout: '' });
  });

  it('a font that the PDF needs and the machine has not', async () => {
    const folder = tempDir();
    const details = toDetails(sampleAnalysis(), { heightM: 1.75, treadmill: true, paceSPerKm: 330, language: 'en' });
    writeFileSync(join(folder, 'details.json'), JSON.stringify(details));
    // A machine whose fontconfig knows no font, and a browser that prints nothing.
    for (const [name, script] of [
      ['fc-list', 'exit 0'],
      ['browser', 'exit 9'],
    ]) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const args = [
      'report',
      'details.json',
      '--language',
      'ja',
      '--pdf',
      '--browser',
      join(folder, 'browser'),
      '--quiet',
    ];
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const { stderr } = await resultOf(startCommand(folder, args, env));
    expect(stderr).toMatch(/^Note: no font of this machine has the letters of “ja”[\s\S]*error pdf_failed: /);
    expect(existsSync(join(folder, 'details-report.html'))).toBe(true);
  });
});
