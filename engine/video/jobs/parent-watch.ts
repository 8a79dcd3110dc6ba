import { Socket } from 'node:net';

/** Runs in a worker thread of the child: ends the process when the parent's end of stdin closes. */
const stdin = new Socket({ fd: 0, readable: true, writable: false });
stdin.on('close', () => process.kill(process.pid, 'SIGKILL'));
stdin.on('error', () => stdin.destroy());
stdin.resume();
