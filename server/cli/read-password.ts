import { text } from 'node:stream/consumers';
import { StrideError } from '../../engine/errors/stride-error.ts';

/** Standard input, as far as it is needed. */
export interface PasswordInput extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

/** The first line of what is piped in, without its end. */
export async function passwordOf(input: NodeJS.ReadableStream): Promise<string> {
  return (await text(input)).split(/\r?\n/, 1)[0];
}

/**
 * Asks for a password twice on a terminal, showing nothing of it.
 *
 * @throws StrideError `invalid_option` without a terminal, or when the two differ; `aborted` on Ctrl+C.
 */
export async function askPassword(input: PasswordInput, output: NodeJS.WritableStream): Promise<string> {
  if (input.isTTY !== true)
    throw new StrideError(
      'invalid_option',
      'there is no terminal to ask for a password on; give --password-stdin or --generate',
    );
  const password = await hiddenLine('Password: ', input, output);
  if ((await hiddenLine('Again: ', input, output)) !== password)
    throw new StrideError('invalid_option', 'the two passwords differ');
  return password;
}

const interrupt = '\u0003';
const ends = ['\r', '\n', '\u0004'];
const erasers = ['\b', '\u007f'];

function hiddenLine(question: string, input: PasswordInput, output: NodeJS.WritableStream): Promise<string> {
  output.write(question);
  input.setRawMode?.(true);
  return new Promise((resolve, reject) => {
    let line: string[] = [];
    const stop = (settle: () => void): void => {
      input.off('data', take);
      input.setRawMode?.(false);
      input.pause();
      output.write('\n');
      settle();
    };
    const take = (data: Buffer | string): void => {
      for (const character of data.toString()) {
        if (character === interrupt) stop(() => reject(new StrideError('aborted')));
        else if (ends.includes(character)) stop(() => resolve(line.join('')));
        else if (erasers.includes(character)) line = line.slice(0, -1);
        else line.push(character);
        if (character === interrupt || ends.includes(character)) return;
      }
    };
    input.on('data', take);
    input.resume();
  });
}
