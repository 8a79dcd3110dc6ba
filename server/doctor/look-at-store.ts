import { existsSync } from 'node:fs';
import Database from 'libsql';
import pg from 'pg';
import { dataDirAt } from '../store/data-dir.ts';
import { emptyWords, isEmpty, mountIt, picturesKnown } from '../store/media/require-mounted.ts';
import { mediaWithoutStore, restoreStore } from '../store/media-without-store.ts';
import { migrations } from '../store/migrations.ts';
import { type Finding, fail, ok, warn, wordsOf } from './finding.ts';

const damaged = 'Stop the server and put a backup back: `stridelab data restore`; docs/guides/operate.md says how.';

/** Whether the store in the data folder opens, is undamaged and of a shape that this version knows. It is left as it is. */
export async function lookAtEmbeddedStore(dataDir: string): Promise<Finding[]> {
  const dir = dataDirAt(dataDir);
  const { databasePath } = dir;
  try {
    const gone = await mediaWithoutStore(dir);
    if (gone !== null) return [fail('store', gone, restoreStore)];
  } catch (error) {
    return [fail('store', wordsOf(error), 'Name a folder in --data, and look at it as the server’s user.')];
  }
  if (!existsSync(databasePath))
    return [warn('store', `there is none at ${databasePath}`, '`stridelab keys create` or the first start makes it.')];
  try {
    const database = new Database(databasePath);
    try {
      database.pragma('busy_timeout = 10000');
      const [verdict] = database.pragma('quick_check(1)') as readonly { readonly quick_check: string }[];
      if (verdict?.quick_check !== 'ok') return [fail('store', verdict?.quick_check ?? 'no answer', damaged)];
      const [version] = database.pragma('user_version') as readonly { readonly user_version: number }[];
      const isAway =
        existsSync(dir.mediaDir) && (await isEmpty(dir.mediaDir)) && database.prepare(picturesKnown).all().length > 0;
      return [
        ok('store', `${databasePath} is undamaged`),
        shapeFinding(version.user_version),
        ...(isAway ? [fail('pictures', emptyWords(dir.mediaDir), mountIt)] : []),
      ];
    } finally {
      database.close();
    }
  } catch (error) {
    return [fail('store', wordsOf(error), damaged)];
  }
}

function shapeFinding(version: number): Finding {
  const seen = `version ${version} of ${migrations.length}`;
  if (version > migrations.length)
    return fail('store’s shape', seen, 'A newer StrideLab has written it; install that or a later one.');
  return version < migrations.length
    ? warn('store’s shape', seen, 'The next start brings it to today’s shape; make a backup before.')
    : ok('store’s shape', seen);
}

/** Oldest PostgreSQL that its own project still mends. */
const oldestVersion = 14;
/** Clocks of several machines may differ by this much: leases are renewed three times as often as they end. */
const mostSkewMs = 2000;

interface ServerRow {
  readonly version: number;
  readonly synchronous_commit: string;
  readonly fsync: string;
  readonly may_create: boolean;
  readonly may_queue: boolean;
  readonly now_ms: number;
  readonly is_read_only: boolean;
  readonly schema_name: string | null;
}

const question = `SELECT current_setting('server_version_num')::int / 10000 AS version,
  current_setting('synchronous_commit') AS synchronous_commit, current_setting('fsync') AS fsync,
  current_setting('transaction_read_only') = 'on' AS is_read_only,
  COALESCE(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create,
  COALESCE(has_schema_privilege(to_regnamespace('bullmq')::oid, 'CREATE'),
    has_database_privilege(current_database(), 'CREATE')) AS may_queue,
  (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now_ms, current_schema() AS schema_name`;

/** Whether the database can be reached, keeps what it has committed, lets this user work, and has the time that this machine has. */
export async function lookAtPostgres(url: string, now: () => number): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const askedMs = now();
    const { rows } = await client.query<ServerRow>(question);
    const answeredMs = now();
    const [row] = rows;
    const skewMs = Math.round(row.now_ms - (askedMs + answeredMs) / 2);
    return [...serverFindings(row), await lookAtShape(client), skewFinding(skewMs, (answeredMs - askedMs) / 2)];
  } catch (error) {
    return [
      fail('PostgreSQL', wordsOf(error), 'Check `database`, that the server runs, and that it lets this machine in.'),
    ];
  } finally {
    await client.end().catch(() => undefined);
  }
}

function serverFindings(row: ServerRow): Finding[] {
  const {
    version,
    fsync,
    synchronous_commit: commit,
    may_create: may,
    schema_name: schema,
    is_read_only: readOnly,
  } = row;
  return [
    version < oldestVersion
      ? warn('PostgreSQL', `version ${version}`, `Versions before ${oldestVersion} are no longer mended; upgrade it.`)
      : ok('PostgreSQL', `version ${version}`),
    readOnly
      ? fail(
          'writing',
          'the database is read-only',
          'Name the server that takes writes in `database`, not a standby; one that ran out of room may have shut itself.',
        )
      : ok('writing', 'is possible'),
    fsync === 'on'
      ? ok('fsync', 'on')
      : fail('fsync', fsync, 'Set `fsync = on` in postgresql.conf: a power cut can destroy the database otherwise.'),
    // The server itself turns it on for its connections.
    ['on', 'remote_apply'].includes(commit)
      ? ok('synchronous_commit', commit)
      : warn(
          'synchronous_commit',
          commit,
          'StrideLab turns it on for its own connections; other clients’ commits may be lost.',
        ),
    may && row.may_queue
      ? ok('rights', `may make tables in ${schema} and in bullmq`)
      : fail(
          'rights',
          `may not make tables in ${may ? 'a schema bullmq' : (schema ?? 'any schema')}`,
          'Make the user the owner of its database.',
        ),
  ];
}

async function lookAtShape(client: pg.Client): Promise<Finding> {
  const { rows: there } = await client.query<{ readonly found: boolean }>(
    `SELECT to_regclass('schema_version') IS NOT NULL AS found`,
  );
  if (!there[0]?.found) return warn('store’s shape', 'no tables yet', 'The first start makes them.');
  const { rows } = await client.query<{ readonly version: string }>('SELECT version FROM schema_version');
  return shapeFinding(Number(rows[0]?.version ?? 0));
}

function skewFinding(skewMs: number, uncertaintyMs: number): Finding {
  const seen = `the database’s clock is ${Math.abs(skewMs)} ms ${skewMs < 0 ? 'behind' : 'ahead'}`;
  return Math.abs(skewMs) > mostSkewMs + uncertaintyMs
    ? fail('clock of the database', seen, 'Let NTP or chrony set the clocks of all machines: leases end by them.')
    : ok('clock of the database', seen);
}
