import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { tempDir } from '../support/temp-dir.ts';

const run = promisify(execFile);
const page = readFileSync('docs/guides/console.md', 'utf8');
const cli = resolve('dist/server/cli/main.js');

/** The lines of the page's blocks, without what is said of them, but for the server's. */
const lines = [...page.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !line.startsWith('npx stridelab serve'));

/** Where the page has somebody type a password, there is no terminal here. */
const told = (line: string): string =>
  (/people (add|password)/.test(line) && !/--(generate|password-stdin)/.test(line)
    ? `${line} --generate`
    : line
  ).replace('npx stridelab', `'${process.execPath}' '${cli}'`);

it('lets people in and out as the page says', { timeout: 60_000 }, async () => {
  expect(lines.length).toBeGreaterThan(4);
  const cwd = tempDir();
  const env = { ...process.env, PASSWORD: 'correct horse battery' };
  for (const line of lines) {
    const { stderr } = await run('sh', ['-c', told(line)], { cwd, env });
    // The first person of a partner is told so beside the result.
    expect([line, stderr.replace('acme is a new partner.\n', '')]).toEqual([line, '']);
  }
  const { stdout } = await run(process.execPath, [cli, 'people', 'list', '--json', '--data', 'data'], { cwd });
  expect((JSON.parse(stdout) as { readonly name: string }[]).map(({ name }) => name)).toEqual(['ana', 'mia']);
});
