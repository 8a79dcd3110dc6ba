import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const programs = {
  stridelab: resolve('dist/server/cli/main.js'),
  'npm run bench --': resolve('dist/bench/run.js'),
} as const;
type Program = keyof typeof programs;

/** What a command knows by its own help. */
interface Known {
  readonly commands: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
}

const helps = new Map<string, Promise<Known>>();

/** What the help of a command names, asked once. */
function knownOf(program: Program, path: readonly string[]): Promise<Known> {
  const key = [program, ...path].join(' ');
  const known = helps.get(key) ?? readHelp(program, path);
  helps.set(key, known);
  return known;
}

async function readHelp(program: Program, path: readonly string[]): Promise<Known> {
  const { stdout } = await run(process.execPath, [programs[program], ...path, '--help']);
  const [options = '', commands = ''] = stdout.split('\nCommands:');
  return {
    commands: new Set([...commands.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name as string)),
    options: new Set([...options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name as string)),
  };
}

/**
 * What a line of a page names that its program does not know: subcommands and long options.
 *
 * @param line May hold several commands, in pipes and substitutions.
 */
export async function unknownIn(line: string): Promise<string[]> {
  const unknown: string[] = [];
  for (const { program, words } of callsIn(line)) {
    const path: string[] = [];
    let known = await knownOf(program, path);
    for (const word of words) {
      if (path.length > 0 && known.commands.size === 0) break;
      if (!known.commands.has(word)) break;
      path.push(word);
      known = await knownOf(program, path);
    }
    if (known.commands.size > 0 && words.some((word) => /^[a-z][\w-]*$/.test(word)))
      unknown.push(`${program} ${words.join(' ')}`);
    const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.replace(/=.*$/, ''));
    unknown.push(
      ...options.filter((option) => option !== '--help' && option !== '--version' && !known.options.has(option)),
    );
  }
  return unknown;
}

const call =
  /(?:(?:^|[;&|(]\s*)(stridelab)|npx (stridelab)|(\S*dist\/server\/cli\/main\.js)|(npm run bench --))((?: (?:"[^"]*"|'[^']*'|[^\s|&;<>()"']+))*)/g;

/** The calls of our programs in a line, each with its words. */
function callsIn(line: string): { readonly program: Program; readonly words: readonly string[] }[] {
  return [...line.matchAll(call)].map(([, , , , bench, words = '']) => ({
    program: bench === undefined ? 'stridelab' : 'npm run bench --',
    words: (words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, '')),
  }));
}
