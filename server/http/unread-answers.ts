import type { Server, Socket } from 'node:net';

/** How often is looked, at most. */
const longestLookMs = 5000;

interface Watched {
  /** Bytes that have left. */
  sentBytes: number;
  sinceMs: number;
}

/**
 * Ends connections whose client does not read: what it asked for waits in memory and holds files open. A connection on which nothing
 * waits to be sent is left alone, however long an answer takes.
 *
 * @param stillMs How long what waits to be sent may stand still.
 * @param now Milliseconds that only go on.
 */
export function endUnreadAnswers(server: Server, stillMs: number, now: () => number = () => performance.now()): void {
  const open = new Map<Socket, Watched>();
  const look = (): void => {
    const nowMs = now();
    for (const [socket, watched] of open) {
      const sentBytes = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || sentBytes !== watched.sentBytes) {
        open.set(socket, { sentBytes, sinceMs: nowMs });
      } else if (nowMs - watched.sinceMs >= stillMs) socket.destroy();
    }
  };
  const timer = setInterval(look, Math.min(longestLookMs, stillMs / 4)).unref();
  server.once('close', () => clearInterval(timer));
  server.on('connection', (socket: Socket) => {
    open.set(socket, { sentBytes: 0, sinceMs: now() });
    socket.once('close', () => open.delete(socket));
  });
}
