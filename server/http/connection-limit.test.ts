import { EventEmitter } from 'node:events';
import type { Server } from 'node:net';
import { expect, it } from 'vitest';
import { limitConnections } from './connection-limit.ts';

class FakeSocket extends EventEmitter {
  destroyed = false;
  readonly remoteAddress: string | undefined;

  constructor(remoteAddress: string | undefined) {
    super();
    this.remoteAddress = remoteAddress;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

/** A server to which connections come from any address, without any. */
function limited(perAddress: number) {
  const server = Object.assign(new EventEmitter(), { maxConnections: 0 });
  limitConnections(server as unknown as Server, { all: 9, perAddress });
  const connect = (address: string | undefined): FakeSocket => {
    const socket = new FakeSocket(address);
    server.emit('connection', socket);
    return socket;
  };
  return { server, connect };
}

it('ends what one address opens beyond its share, and nobody else’s', () => {
  const { server, connect } = limited(2);
  expect(server.maxConnections).toBe(9);
  const [first, second, third] = [connect('192.0.2.1'), connect('192.0.2.1'), connect('192.0.2.1')];
  expect([first.destroyed, second.destroyed, third.destroyed]).toEqual([false, false, true]);
  expect(connect('192.0.2.2').destroyed).toBe(false);
  first.destroy();
  expect(connect('192.0.2.1').destroyed).toBe(false);
  expect(connect('192.0.2.1').destroyed).toBe(true);
});

it('counts no connection of this machine', () => {
  const { connect } = limited(1);
  for (const address of ['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1', undefined])
    for (let times = 0; times < 3; times++) expect(connect(address).destroyed).toBe(false);
});
