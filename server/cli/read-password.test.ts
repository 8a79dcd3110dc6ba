import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { askPassword, passwordOf } from './read-password.ts';

/** A terminal on which lines are typed, one at a time. */
function terminal(...keys: string[]) {
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => void modes.push(isRaw),
  });
  const modes: boolean[] = [];
  const output = new PassThrough();
  let shown = '';
  output.on('data', (data: Buffer) => {
    shown += data.toString();
    const next = /(Password|Again): $/.test(shown) ? keys.shift() : undefined;
    if (next !== undefined) setImmediate(() => input.write(next));
  });
  return { input, output, modes, shown: () => shown };
}

it('asks twice and shows nothing of what is typed', async () => {
  const { input, output, modes, shown } = terminal('secret wordsx\u007f\r', 'secret words\r');
  expect(await askPassword(input, output)).toBe('secret words');
  expect(shown()).toBe('Password: \nAgain: \n');
  expect(modes).toEqual([true, false, true, false]);
});

it('refuses two that differ, and stops at Ctrl+C', async () => {
  const differing = terminal('one password\r', 'another one\r');
  await expect(askPassword(differing.input, differing.output)).rejects.toMatchObject({ code: 'invalid_option' });
  const stopped = terminal('one pass\u0003');
  await expect(askPassword(stopped.input, stopped.output)).rejects.toMatchObject({ code: 'aborted' });
  expect(stopped.modes).toEqual([true, false]);
});

it.each(['end', 'destroy'] as const)('stops when nothing more can be typed: %s', async (how) => {
  for (const typed of [[], ['one pass\r']]) {
    const { input, output, modes } = terminal(...typed);
    const asking = askPassword(input, output);
    setTimeout(() => input[how](), 20);
    await expect(asking).rejects.toMatchObject({ code: 'aborted' });
    expect(modes.at(-1)).toBe(false);
    expect(input.listenerCount('data')).toBe(0);
  }
});

it('stops when the command is ended, before and meanwhile, and gives the terminal back', async () => {
  const early = terminal('secret words\r', 'secret words\r');
  await expect(askPassword(early.input, early.output, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' });
  expect([early.modes, early.shown()]).toEqual([[], '']);
  const { input, output, modes, shown } = terminal('secret words\r');
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  await expect(askPassword(input, output, controller.signal)).rejects.toMatchObject({ code: 'aborted' });
  expect(modes).toEqual([true, false, true, false]);
  expect(shown()).toBe('Password: \nAgain: \n');
  const pipe = new PassThrough();
  await expect(passwordOf(pipe, controller.signal)).rejects.toMatchObject({ code: 'aborted' });
  expect(pipe.destroyed).toBe(true);
});

it('asks nobody without a terminal', async () => {
  await expect(askPassword(new PassThrough(), new PassThrough())).rejects.toThrow('--password-stdin');
});

it('takes the first line of what is piped in', async () => {
  for (const piped of ['a pass word', 'a pass word\n', 'a pass word\r\nmore'])
    expect(await passwordOf(Readable.from([piped]))).toBe('a pass word');
});
