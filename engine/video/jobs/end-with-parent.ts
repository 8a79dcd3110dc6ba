import { Socket } from 'node:net';

/**
 * Ends this process when the parent's end of stdin closes. Takes all that comes on stdin: nothing may be read there
 * afterwards. Needs the event loop of the thread that calls.
 */
export function endWithParent(): void {
  const stdin = new Socket({ fd: 0, readable: true, writable: false });
  stdin.on('close', () => process.kill(process.pid, 'SIGKILL'));
  stdin.on('error', () => stdin.destroy());
  stdin.resume();
}
