import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

it.each([
  ['run-stridelab/', 'run-stridelab/'],
  ['-dash/', './-dash/'],
  ['a b/', 'a b/'],
  ['größe/', 'größe/'],
  ["it's $HOME/", "it's $HOME/"],
])('%s is read by a shell as it is', (path, read) => {
  expect(execFileSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' })).toBe(read);
});
