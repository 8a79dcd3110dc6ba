import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../dist/server/cli/main.js', import.meta.url));

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Starts the built command line in `folder`.
 *
 * @param env Instead of this process's variables.
 * @param by What starts it, given it as its last arguments.
 */
export function startCommand(
  folder: string,
  args: readonly string[],
  env = process.env,
  by: readonly string[] = [],
): ChildProcess {
  const [program, ...rest] = [...by, process.execPath, entry, ...args];
  return spawn(program, rest, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the built command line in `folder` to its end. */
export function runCommand(folder: string, ...args: string[]): Promise<CommandResult> {
  return resultOf(startCommand(folder, args));
}

/** Waits for the end of a started command. */
export function resultOf(child: ChildProcess): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data: Buffer) => {
      stdout += data.toString();
    });
    child.stderr?.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
