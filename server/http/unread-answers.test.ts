import { EventEmitter } from 'node:events';
import type { Server } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endUnreadAnswers } from './unread-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class FakeSocket extends EventEmitter {
  destroyed = false;
  bytesWritten = 0;
  writableLength = 0;

  write(bytes: number): void {
    this.bytesWritten += bytes;
    this.writableLength += bytes;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

function connected(): FakeSocket {
  const server = new EventEmitter();
  endUnreadAnswers(server as unknown as Server, 60_000, () => Date.now());
  const socket = new FakeSocket();
  server.emit('connection', socket);
  return socket;
}

const minutes = (count: number): void => void vi.advanceTimersByTime(count * 60_000);

it('ends a connection on which what waits stands still for a minute, whatever comes on top', () => {
  const socket = connected();
  minutes(5);
  socket.write(100);
  for (let part = 0; part < 10; part++) {
    minutes(0.09);
    socket.write(1);
  }
  expect(socket.destroyed).toBe(false);
  minutes(0.3);
  expect(socket.destroyed).toBe(true);
});

it('leaves alone who reads slowly, and who waits for an answer', () => {
  const [slow, waiting] = [connected(), connected()];
  slow.write(1000);
  for (let part = 0; part < 20; part++) {
    slow.writableLength -= 10;
    minutes(0.8);
  }
  expect(slow.destroyed).toBe(false);
  minutes(2);
  expect(waiting.destroyed).toBe(false);
  expect(slow.destroyed).toBe(true);
});
