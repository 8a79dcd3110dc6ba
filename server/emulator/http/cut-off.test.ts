import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { cutOff } from './cut-off.ts';

it('breaks off in the end where nothing of the half is taken', async () => {
  const request = { method: 'GET' } as FastifyRequest;
  const raw = { writableLength: 1, destroyed: false };
  const reply = { raw, header: () => reply } as unknown as FastifyReply;
  const half = await cutOff(request, reply, 'an answer', 20);
  if (!(half instanceof Readable)) throw new Error('it has a body');
  await expect(text(half)).rejects.toThrow('cut off by a scenario');
});
