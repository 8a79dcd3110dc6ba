import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildProgram } from '../../../server/cli/commands.ts';
import { commandTree, type KnownCommand } from '../../../server/cli/completion/command-tree.ts';

const run = promisify(execFile);

const bench = 'npm run bench --';
type Program = 'stridelab' | typeof bench;

/** What a command knows by its own help. */
interface Known {
  readonly commands: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
}

/** What our programs know, asked once. */
export class KnownOptions {
  #commands: Promise<readonly KnownCommand[]> | null = null;
  readonly #bench = new Map<string, Promise<Known>>();

  async #of(program: Program, path: readonly string[]): Promise<Known> {
    if (program === bench) {
      const help = this.#bench.get(path.join(' ')) ?? benchHelp(path);
      this.#bench.set(path.join(' '), help);
      return help;
    }
    this.#commands ??= buildProgram(new AbortController().signal).then((whole) => commandTree(whole));
    const wanted = path.map((name) => ` ${name}`).join('');
    const known = (await this.#commands).find((command) => command.path === wanted);
    return {
      commands: new Set(known?.subcommands.map(({ name }) => name)),
      options: new Set(known?.options.map(({ flag }) => flag)),
    };
  }

  /**
   * What a line of a page names that its program does not know: subcommands and long options.
   *
   * @param line May hold several commands, in pipes and substitutions.
   */
  async unknownIn(line: string): Promise<string[]> {
    const unknown: string[] = [];
    for (const { program, words } of callsIn(line)) {
      const path: string[] = [];
      let known = await this.#of(program, path);
      for (const word of words) {
        if (path.length > 0 && known.commands.size === 0) break;
        if (!known.commands.has(word)) break;
        path.push(word);
        known = await this.#of(program, path);
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
}

async function benchHelp(path: readonly string[]): Promise<Known> {
  const { stdout } = await run(process.execPath, [resolve('dist/bench/run.js'), ...path, '--help']);
  const [options = '', commands = ''] = stdout.split('\nCommands:');
  return {
    commands: new Set([...commands.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name]) => name as string)),
    options: new Set([...options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name as string)),
  };
}

const call =
  /(?:(?:^|[;&|(]\s*)(stridelab)|npx (stridelab)|(\S*dist\/server\/cli\/main\.js)|(npm run bench --))((?: (?:"[^"]*"|'[^']*'|[^\s|&;<>()"']+))*)/g;

/** The calls of our programs in a line, each with its words. */
function callsIn(line: string): { readonly program: Program; readonly words: readonly string[] }[] {
  return [...line.matchAll(call)].map(([, , , , isBench, words = '']) => ({
    program: isBench === undefined ? 'stridelab' : bench,
    words: (words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^["']|["']$/g, '')),
  }));
}
