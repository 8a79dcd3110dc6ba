import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

const run = promisify(execFile);

type Shell = 'bash' | 'zsh' | 'fish';

/** What a shell offers after a line; an empty list where it goes on with files. */
const ask: Readonly<Record<Shell, (script: string) => string>> = {
  bash: (script) => `source ${script}
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
_stridelab
printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (script) => `_files() { : }
compadd() { shift; for word in "$@"; do [[ $word == "\${words[CURRENT]}"* ]] && print -r -- "$word"; done }
source ${script}
words=("$@"); CURRENT=$#
_stridelab
true`,
  fish: (script) => `source ${script}
complete -C (string join -- ' ' $argv) | string split -f1 -- (printf '\\t') | string match -v -r '[./]'`,
};

async function offered(context: TestContext, shell: Shell, line: readonly string[]): Promise<string[]> {
  const folder = tempDir();
  const { stdout } = await runCommand(folder, 'completion', shell);
  const script = join(folder, 'script');
  writeFileSync(script, stdout);
  writeFileSync(join(folder, 'ask'), ask[shell](script));
  try {
    const ended = await run(shell, [join(folder, 'ask'), ...line], { cwd: tempDir() });
    return ended.stdout.split('\n').filter((word) => word !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return context.skip(`${shell} is not on this machine`);
    // Fish says so when it has nothing to offer.
    if (shell === 'fish' && (error as { readonly stdout?: string }).stdout === '') return [];
    throw error;
  }
}

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', { timeout: 60_000 }, (shell) => {
  it.for<readonly [line: readonly string[], words: readonly string[]]>([
    [['stridelab', 'an'], ['analyze']],
    [['stridelab', 'data', 'ba'], ['backup']],
    [['stridelab', 'analyze', '--vie'], ['--view']],
    [
      ['stridelab', 'analyze', 'run.mp4', '--view', ''],
      ['side', 'back'],
    ],
    [['stridelab', 'export', 'run', '--format', 't'], ['trc']],
    [
      ['stridelab', 'completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['stridelab', 'analyze', '--out', ''], []],
  ])('%j', async ([line, words], context) => {
    expect((await offered(context, shell, line)).sort()).toEqual([...words].sort());
  });
});

it('names the shells that it knows', async () => {
  const { status, stderr } = await runCommand(tempDir(), 'completion', 'tcsh');
  expect(status).toBe(2);
  expect(stderr).toMatch(/bash, zsh, fish/);
});
