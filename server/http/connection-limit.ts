import type { Server, Socket } from 'node:net';

export interface ConnectionLimits {
  /** Connections at a time. */
  readonly all: number;
  /** Of one address. Those of this machine are not counted: a proxy on it speaks for everybody. */
  readonly perAddress: number;
}

/** Ends new connections beyond what one address may hold at a time, so that one client cannot take them all. */
export function limitConnections(server: Server, { all, perAddress }: ConnectionLimits): void {
  server.maxConnections = all;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || isThisMachine(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > perAddress) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

const isThisMachine = (address: string): boolean => /^(::1|(::ffff:)?127\.)/.test(address);
