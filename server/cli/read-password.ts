import { addAbortSignal, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Standard input, as far as it is needed. */
export interface PasswordInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

/**
 * The first line of what is piped in, without its end.
 *
 * @throws StrideError `aborted` when the signal comes first; nothing more is read then, or the process would wait for the pipe's end.
 */
export async function passwordOf(input: Readable, signal?: AbortSignal): Promise<string> {
  try {
    return (await text(signal === undefined ? input : addAbortSignal(signal, input))).split(/\r?\n/, 1)[0];
  } catch (error) {
    throw signal?.aborted ? new StrideError('aborted') : error;
  }
}

/**
 * Asks for a password twice on a terminal, showing nothing of it.
 *
 * @throws StrideError `invalid_option` without a terminal, or when the two differ; `aborted` on Ctrl+C, when the signal comes, and when the terminal
 * is gone.
 */
export async function askPassword(
  input: PasswordInput,
  output: NodeJS.WritableStream,
  signal?: AbortSignal,
): Promise<string> {
  if (input.isTTY !== true)
    throw new StrideError(
      'invalid_option',
      'there is no terminal to ask for a password on; give --password-stdin or --generate',
    );
  const password = await hiddenLine('Password: ', input, output, signal);
  if ((await hiddenLine('Again: ', input, output, signal)) !== password)
    throw new StrideError('invalid_option', 'the two passwords differ');
  return password;
}

const interrupt = '\u0003';
const ends = ['\r', '\n', '\u0004'];
const erasers = ['\b', '\u007f'];
/** How a terminal says that nothing more is typed on it. */
const goings = ['end', 'close', 'error'] as const;

const ignore = (): void => undefined;

function hiddenLine(
  question: string,
  input: PasswordInput,
  output: NodeJS.WritableStream,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (signal?.aborted || !input.readable) throw new StrideError('aborted');
  output.write(question);
  input.setRawMode?.(true);
  return new Promise((resolve, reject) => {
    let line: string[] = [];
    const stop = (settle: () => void): void => {
      input.off('data', take);
      signal?.removeEventListener('abort', give);
      for (const going of goings) input.off(going, give);
      // A terminal that has gone takes no mode back, which is nothing new.
      input.on('error', ignore);
      input.setRawMode?.(false);
      input.off('error', ignore);
      input.pause();
      output.write('\n');
      settle();
    };
    const give = (): void => stop(() => reject(new StrideError('aborted')));
    const take = (data: Buffer | string): void => {
      for (const character of data.toString()) {
        if (character === interrupt) give();
        else if (ends.includes(character)) stop(() => resolve(line.join('')));
        else if (erasers.includes(character)) line = line.slice(0, -1);
        else line.push(character);
        if (character === interrupt || ends.includes(character)) return;
      }
    };
    input.on('data', take);
    for (const going of goings) input.on(going, give);
    signal?.addEventListener('abort', give, { once: true });
    input.resume();
  });
}
