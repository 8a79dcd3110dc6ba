import { connect } from 'node:net';

/** How long a server may say nothing before it is taken to wait for more. */
const quietMs = 60;

/** What a server says to bytes, until it closes or falls silent. */
export function sendBytes(url: string, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const end = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(quietMs, end);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('end', end);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') end();
      else reject(error);
    });
    socket.write(bytes);
  });
}
