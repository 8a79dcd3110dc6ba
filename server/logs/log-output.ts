import { isatty } from 'node:tty';
import { type DestinationStream, destination } from 'pino';

/** Lines that cannot be written wait, bytes; further ones are dropped. */
const mostWaiting = 4 * 1024 * 1024;

/**
 * Standard output for log lines. Where it cannot be written, because its terminal has gone or its disk is full, the process goes on, and
 * ends when it is told to: the stream's own flush at the end tries again for ever.
 */
export function logOutput(fd = 1): DestinationStream {
  const wasTerminal = isatty(fd);
  const output = destination({ fd, maxLength: mostWaiting });
  let fails = false;
  output.on('error', () => {
    fails = true;
  });
  output.on('write', () => {
    fails = false;
  });
  const flush = output.flushSync.bind(output);
  output.flushSync = () => {
    if (!fails && (!wasTerminal || isatty(fd))) flush();
  };
  return output;
}
