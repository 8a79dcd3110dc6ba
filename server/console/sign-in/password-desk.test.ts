import { expect, it } from 'vitest';
import { HttpError } from '../../http/http-error.ts';
import { PasswordDesk } from './password-desk.ts';

it('works on two at a time, has twenty wait, and puts off the rest', async () => {
  const desk = new PasswordDesk();
  let [running, most] = [0, 0];
  const work = async (): Promise<'done'> => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return 'done';
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => desk.do(work)));
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect([outcomes.length - refused.length, refused.length, most]).toEqual([22, 8, 2]);
  for (const reason of refused) expect(reason).toMatchObject(new HttpError('server_busy', { retryAfterS: 2 }));
  expect(await desk.do(work)).toBe('done');
});

it('frees the place of work that fails', async () => {
  const desk = new PasswordDesk();
  for (let n = 0; n < 50; n++) await expect(desk.do(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
