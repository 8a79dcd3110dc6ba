import { type DestinationStream, destination } from 'pino';

/** Lines that cannot be written wait, bytes; further ones are dropped. */
const mostWaiting = 4 * 1024 * 1024;

/**
 * Standard output for log lines. Where it cannot be written, because its terminal has gone or its disk is full, the process goes on, and
 * ends when it is told to: the stream's own flush at the end tries again for ever. A line is tried as it comes, so that what waits for
 * the flush has failed before.
 */
export function logOutput(): DestinationStream {
  const output = destination({ fd: 1, maxLength: mostWaiting });
  let fails = false;
  output.on('error', () => {
    fails = true;
  });
  output.on('write', () => {
    fails = false;
  });
  const flush = output.flushSync.bind(output);
  output.flushSync = () => {
    if (!fails) flush();
  };
  return output;
}
