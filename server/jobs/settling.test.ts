import { describe, expect, it } from 'vitest';
import { oneRun } from '../../test/support/one-run.ts';
import { PlaceUnreachableError } from '../store/media/object-store.ts';

const refusal = Object.assign(new Error('AccessDenied'), { status: 403 });
const unreachable = new PlaceUnreachableError(new Error('no answer'));

interface Faults {
  readonly keep?: Error;
  readonly fetch?: Error;
  readonly succeed?: Error;
  readonly fail?: Error;
  /** Calls that fail; all by default. */
  readonly times?: number;
  /** Whether the record knows the run no more. */
  readonly isGone?: boolean;
}

/** One run to its end, whose analyser succeeds. */
async function runWith(
  { keep, fetch, succeed, fail, times = Number.POSITIVE_INFINITY, isGone = false }: Faults,
  signal: AbortSignal,
) {
  const told: string[] = [];
  let left = times;
  const failing = (error: Error | undefined): void => {
    if (error !== undefined && left-- > 0) throw error;
  };
  const end = await oneRun(
    {
      succeed: async () => {
        failing(succeed);
        return told.push('success') > 0;
      },
      holds: async () => !isGone,
      fail: async (_run, { code }) => {
        failing(fail);
        return told.push(code) > 0;
      },
      handBack: async () => told.push('handed back') > 0,
    },
    {
      localUpload: async () => {
        failing(fetch);
        return { path: 'video', release: async () => undefined };
      },
      keep: async () => failing(keep),
      remove: async () => void told.push('pictures removed'),
    },
    signal,
  );
  return { end, told };
}

const never = new AbortController().signal;

const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe('a run', () => {
  it.each([
    ['its upload is refused', { fetch: refusal }, ['internal_error']],
    ['its files are refused', { keep: refusal }, ['internal_error', 'pictures removed']],
    ['its files may not be written', { keep: coded('EACCES') }, ['internal_error', 'pictures removed']],
    [
      'what it made is gone',
      { keep: Object.assign(coded('ENOENT'), { syscall: 'scandir' }) },
      ['internal_error', 'pictures removed'],
    ],
    ['its result is too large for SQLite', { succeed: coded('SQLITE_TOOBIG') }, ['internal_error', 'pictures removed']],
    ['its result is too large for PostgreSQL', { succeed: coded('54000') }, ['internal_error', 'pictures removed']],
    ['its result is too long', { succeed: new RangeError('string') }, ['internal_error', 'pictures removed']],
    ['its result breaks a rule', { succeed: coded('23514') }, ['internal_error', 'pictures removed']],
  ])('fails where %s', async (_how, faults, told) => {
    expect(await runWith(faults, never)).toEqual({ end: 'ended', told });
  });

  it.each([
    ['its files cannot be kept', { keep: unreachable }],
    ['its disk is full', { keep: coded('ENOSPC') }],
    ['the disk of SQLite is full', { succeed: coded('SQLITE_FULL') }],
    ['the disk of PostgreSQL is full', { succeed: coded('53100') }],
    ['PostgreSQL restarts', { succeed: coded('57P01') }],
    ['nothing answers', { succeed: new Error('Connection terminated unexpectedly') }],
    ['its upload cannot be reached', { fetch: unreachable }],
  ])('succeeds where %s for a while', async (_how, faults) => {
    expect(await runWith({ ...faults, times: 2 }, never)).toEqual({ end: 'ended', told: ['success'] });
  });

  it('keeps what came out also after its lease has ended, while nobody else has the analysis', async () => {
    const lease = new AbortController();
    const running = runWith({ keep: unreachable, times: 3 }, lease.signal);
    setTimeout(() => lease.abort(), 100);
    expect(await running).toEqual({ end: 'ended', told: ['success'] });
  });

  it('tries no more once another has the analysis, and removes what it has kept', async () => {
    expect(await runWith({ keep: unreachable, isGone: true }, never)).toEqual({
      end: 'taken over',
      told: ['pictures removed'],
    });
  });

  it('ends where not even its failure can be kept', async () => {
    const refused = { succeed: coded('42501'), fail: coded('42501') };
    expect(await runWith(refused, never)).toMatchObject({ end: 'taken over' });
  });
});
