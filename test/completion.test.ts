import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it, type TestContext } from 'vitest';
import { runCommand } from './support/command-line.ts';
import { tempDir } from './support/temp-dir.ts';

const run = promisify(execFile);

type Shell = 'bash' | 'zsh' | 'fish';

/** What a shell offers after a line; an empty list where it goes on with files. */
const ask: Readonly<Record<Shell, (script: string) => string>> = {
  bash: (script) => `source ${script}
COMP_WORDS=(); for word in "$@"; do
  # As the line is split where a word is completed.
  [[ $word == --*=* ]] && COMP_WORDS+=("\${word%%=*}" "=" "\${word#*=}") || COMP_WORDS+=("$word")
done
[[ "\${COMP_WORDS[-1]}" == "" && "\${COMP_WORDS[-2]}" == "=" ]] && unset "COMP_WORDS[-1]"
COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
_stridelab
printf '%s\\n' "\${COMPREPLY[@]}"`,
  // Read as a file of fpath is: at the first call.
  zsh: (script) => `_files() { : }
compadd() { shift; for word in "$@"; do [[ $word == "\${words[CURRENT]#*=}"* ]] && print -r -- "$word"; done }
compset() { [[ $1 == -P && $2 == '*=' ]] || print "compset $*"; }
ln -s ${script} ${script}-folder/_stridelab
fpath=(${script}-folder)
autoload -Uz _stridelab
words=("$@"); CURRENT=$#
_stridelab
true`,
  fish: (script) => `source ${script}
complete -C (string join -- ' ' $argv) | string split -f1 -- (printf '\\t') | string replace -r '^--[a-z-]+=' '' | string match -v -r '[./]'`,
};

async function offered(
  context: TestContext,
  shell: Shell,
  printed: string,
  line: readonly string[],
): Promise<string[]> {
  const folder = tempDir();
  const script = join(folder, 'script');
  writeFileSync(script, printed);
  mkdirSync(`${script}-folder`);
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
  let printed = '';
  beforeAll(async () => {
    const folder = inject('runFolder');
    ({ stdout: printed } = await runCommand(folder, 'completion', shell));
  });
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
      ['stridelab', 'analyze', 'run.mp4', '--view='],
      ['side', 'back'],
    ],
    [['stridelab', 'analyze', 'run.mp4', '--view=s'], ['side']],
    [['stridelab', 'analyze', '--out=r'], []],
    [
      ['stridelab', 'completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['stridelab', 'analyze', '--out', ''], []],
  ])('%j', async ([line, words], context) => {
    expect((await offered(context, shell, printed, line)).sort()).toEqual([...words].sort());
  });
});

it('names the shells that it knows', async () => {
  const { status, stderr } = await runCommand(tempDir(), 'completion', 'tcsh');
  expect(status).toBe(2);
  expect(stderr).toMatch(/bash, zsh, fish/);
});
