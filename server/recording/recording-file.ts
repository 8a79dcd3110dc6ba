import { open, readFile, rm } from 'node:fs/promises';
import { StrideError } from '../../engine/errors/stride-error.ts';
import { refusedPath } from '../../engine/errors/system-error-text.ts';
import type { Exchange } from './exchange.ts';

const format = { stridelab_recording: 1 } as const;

/** A recording that is being made: one line for each exchange, whole ones alone. */
export interface RecordingWriter {
  add(exchange: Exchange): Promise<void>;
  close(): Promise<void>;
}

/** Begins a recording. @throws StrideError `output_not_writable` where there is one already, or no folder for it. */
export async function openRecording(path: string): Promise<RecordingWriter> {
  const file = await open(path, 'ax', 0o600).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'EEXIST' ? `${path} is there already` : `${path}: ${cause.message}`;
    throw new StrideError('output_not_writable', why, { cause });
  });
  let wholeBytes = 0;
  const addLine = async (value: unknown): Promise<void> => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      await file.appendFile(line);
      wholeBytes += line.length;
    } catch (error) {
      // What a full disk took of the line would break the next one.
      await file.truncate(wholeBytes);
      throw error;
    }
  };
  try {
    await addLine(format);
  } catch (cause) {
    // Without its first line it is no recording, and would be in the way of the next try. What cannot be done of this tells less than the cause.
    await file.close().catch(() => undefined);
    await rm(path, { force: true }).catch(() => undefined);
    throw new StrideError('output_not_writable', refusedPath(path, cause), { cause });
  }
  let last = Promise.resolve();
  return {
    add: (exchange) => {
      const written = last.then(() => addLine(exchange));
      last = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await last;
      await file.sync();
      await file.close();
    },
  };
}

/** Reads a recording; a last line that was cut off does not count. @throws StrideError `invalid_option` for another file. */
export async function readRecording(path: string): Promise<Exchange[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new StrideError('invalid_option', `${path} cannot be read: ${cause.message}`, { cause });
  });
  const lines = text.split('\n').slice(0, -1);
  const [head, ...rest] = lines.map((line, i) => parseLine(line, `${path}, line ${i + 1}`));
  if (JSON.stringify(head) !== JSON.stringify(format))
    throw new StrideError('invalid_option', `${path} is no recording of \`stridelab recording make\``);
  return rest.map((value, i) => {
    if (!isExchange(value)) throw new StrideError('invalid_option', `${path}, line ${i + 2}: no exchange`);
    return value;
  });
}

function parseLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new StrideError('invalid_option', `${where}: no JSON`, { cause });
  }
}

function isExchange(value: unknown): value is Exchange {
  const { request, answer } = (value ?? {}) as Partial<Exchange>;
  return typeof request?.path === 'string' && typeof request.method === 'string' && typeof answer?.status === 'number';
}
