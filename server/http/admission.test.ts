import { expect, it } from 'vitest';
import { Admission, type AdmissionLimits } from './admission.ts';
import { HttpError } from './http-error.ts';

const limits: AdmissionLimits = { waitingOfPartner: 3, waiting: 5, uploads: 4, freeBytes: 1000 };

interface Given {
  readonly uploads?: number;
  readonly waiting?: Readonly<Record<string, number>>;
  readonly freeBytes?: number;
  /** What is told of the disk, and of starts that are put off. */
  readonly told?: unknown[];
}

const admission = ({ waiting = {}, freeBytes = 1e9, uploads = limits.uploads, told = [] }: Given = {}): Admission =>
  new Admission({
    onPutOff: (why) => told.push(why),
    diskLog: { failed: (_error, about) => told.push(about), worked: () => told.push('room') },
    limits: { ...limits, uploads },
    largestUploadBytes: 100,
    disk: async () => ({ folder: '/srv/media', bytes: freeBytes }),
    analyses: {
      waiting: async (partnerId) => ({
        ofPartner: waiting[partnerId] ?? 0,
        all: Object.values(waiting).reduce((sum, count) => sum + count, 0),
      }),
    },
  });

async function refusal(entering: Promise<() => void>): Promise<unknown> {
  const error: unknown = await entering.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HttpError)) return error;
  return { status: error.status, code: error.body.code, retryAfterS: error.retryAfterS };
}

const busy = (retryAfterS: number) => ({ status: 429, code: 'server_busy', retryAfterS });

it('lets a partner have so many that wait, uploads under way among them', async () => {
  const desk = admission({ waiting: { a: 1 }, uploads: 16 });
  const leave = await desk.enter('a');
  await desk.enter('a');
  expect(await refusal(desk.enter('a'))).toEqual({ status: 429, code: 'too_many_waiting', retryAfterS: 15 });
  // Another's does not count, and one that is over makes room.
  await desk.enter('b');
  leave();
  expect(await refusal(desk.enter('a'))).toBeNull();
});

it('lets so many wait in all', async () => {
  const desk = admission({ waiting: { a: 2, b: 2 } });
  await desk.enter('c');
  expect(await refusal(desk.enter('d'))).toEqual(busy(15));
});

it('lets so many uploads be under way, and counts no refused one', async () => {
  const desk = admission();
  const leaves = await Promise.all(['a', 'b', 'c', 'd'].map((partner) => desk.enter(partner)));
  for (let tries = 0; tries < 3; tries++) expect(await refusal(desk.enter('e'))).toEqual(busy(2));
  leaves[0]();
  expect(await refusal(desk.enter('e'))).toBeNull();
});

it('lets one partner have a quarter of the uploads under way', async () => {
  const desk = admission({ uploads: 8 });
  const leave = await desk.enter('a');
  await desk.enter('a');
  expect(await refusal(desk.enter('a'))).toEqual(busy(2));
  expect(await refusal(desk.enter('b'))).toBeNull();
  leave();
  expect(await refusal(desk.enter('a'))).toBeNull();
  expect(await refusal(admission({ uploads: 1 }).enter('a'))).toBeNull();
});

it('leaves room on the disk, beside what the uploads under way may take', async () => {
  expect(await refusal(admission({ freeBytes: 1099 }).enter('a'))).toEqual(busy(60));
  const desk = admission({ freeBytes: 1299 });
  const leave = await desk.enter('a');
  await desk.enter('b');
  expect(await refusal(desk.enter('c'))).toEqual(busy(60));
  leave();
  expect(await refusal(desk.enter('c'))).toBeNull();
});

it('tells the operator why starts are put off, and which disk it is, but not who asks', async () => {
  const told: unknown[] = [];
  await admission({ told }).enter('a');
  const error: unknown = await admission({ told, freeBytes: 1099 })
    .enter('a')
    .catch((thrown: unknown) => thrown);
  for (const waiting of [{ a: 3 }, { b: 6 }]) await refusal(admission({ told, waiting }).enter('a'));
  const desk = admission({ told, uploads: 1 });
  await desk.enter('a');
  await refusal(desk.enter('b'));
  expect(told).toEqual([
    'room',
    { folder: '/srv/media', freeBytes: 1099, wantedBytes: 1100 },
    'disk',
    'waiting_of_partner',
    'waiting',
    'room',
    'uploads',
  ]);
  expect(JSON.stringify((error as HttpError).body)).not.toContain('/srv');
});
