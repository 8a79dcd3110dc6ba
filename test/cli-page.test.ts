import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cliPage } from '../server/cli/cli-page.ts';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

it('docs/reference/cli.md is what `npm run docs` writes', async () => {
  const page = await cliPage();
  expect(readFileSync('docs/reference/cli.md', 'utf8')).toBe(page);
  for (const name of ['analyze', 'batch', 'export', 'data backup', 'completion'])
    expect(page).toContain(`Usage: stridelab ${name} `);
});

it('suggests the command that was meant', async () => {
  const { status, stderr } = await runCommand(tempDir(), 'exprot');
  expect(stderr).toMatch(/unknown command 'exprot'\n\(Did you mean export\?\)/);
  expect(status).toBe(2);
});
