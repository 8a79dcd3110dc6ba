import { readFileSync } from 'node:fs';

/** A fenced block of commands. */
export interface ShellBlock {
  readonly page: string;
  /** What stands behind `sh` on the fence. */
  readonly mark: string;
  /** Commands, comments aside, lines that go on joined. */
  readonly commands: readonly string[];
}

/** A fenced block of any kind. */
export interface FencedBlock {
  /** What stands on the fence. */
  readonly info: string;
  readonly body: string;
}

/** Every fenced block of a page, in order. */
export const fencedBlocks = (page: string): FencedBlock[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info = '', body = '']) => ({
    info,
    body,
  }));

/** The blocks of a page that hold commands: fenced as `sh`, or as nothing. */
export const shellBlocks = (page: string): ShellBlock[] =>
  fencedBlocks(page).flatMap(({ info, body }) => {
    const [language = '', ...mark] = info.split(' ');
    return language === '' || language === 'sh' ? [{ page, mark: mark.join(' '), commands: commandsOf(body) }] : [];
  });

const commandsOf = (body: string): string[] =>
  body
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#\s.*$/, '').trim())
    .filter((line) => line !== '');
