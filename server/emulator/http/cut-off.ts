import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Promises the whole answer and breaks off half-way; where there is no body to be halved, before the answer.
 *
 * @param longestSendMs How long the half may be on its way, to a client that takes nothing.
 */
export async function cutOff(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  longestSendMs = 10_000,
): Promise<unknown> {
  const bytes = await bytesOf(payload);
  if (bytes.length === 0 || request.method === 'HEAD') {
    request.raw.socket.destroy();
    return payload;
  }
  reply.header('content-length', bytes.length);
  async function* half(): AsyncGenerator<Buffer> {
    yield bytes.subarray(0, Math.floor(bytes.length / 2));
    // The first half is to be on its way before the connection breaks.
    const untilMs = performance.now() + longestSendMs;
    do await sleep(1);
    while (reply.raw.writableLength > 0 && !reply.raw.destroyed && performance.now() < untilMs);
    throw new Error('cut off by a scenario');
  }
  return Readable.from(half(), { objectMode: false });
}

/** A stream is gathered: where half of it lies is known at its end alone. */
async function bytesOf(payload: unknown): Promise<Buffer> {
  if (payload instanceof Readable) return buffer(payload);
  return Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');
}
