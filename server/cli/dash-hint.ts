import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { CommanderError } from 'commander';

/** How to write a name that begins with a dash, where one was taken for an option; else null. */
export function dashHint({ code, message }: Pick<CommanderError, 'code' | 'message'>): string | null {
  const name = code === 'commander.unknownOption' ? /'(-[^']*)'/.exec(message)?.[1] : undefined;
  if (name === undefined || (extname(name) === '' && !existsSync(name))) return null;
  return `(Write ./${name} for a file or folder of that name.)`;
}
