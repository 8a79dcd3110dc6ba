import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { type ApiServer, postStart, startApiServer } from '../../test/support/api-server.ts';
import { smallClip } from '../../test/support/small-clip.ts';
import { uploadsIn } from '../../test/support/uploads-in.ts';

/** Begins a start and resets the connection before anything of the form has come. */
async function leave({ url, key }: ApiServer): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    `POST /analysis/start?apiKey=${key} HTTP/1.1`,
    'Host: h',
    'Content-Type: multipart/form-data; boundary=B',
    'Content-Length: 1000',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.resetAndDestroy());
  await once(socket, 'close');
}

it('has a place again for each start whose client went away before its form was read', async () => {
  // One at a time of each partner.
  const server = await startApiServer({ limits: { uploads: 4 } });
  try {
    for (let gone = 0; gone < 20; gone++) await leave(server);
    const video = await smallClip(60, 30);
    await expect.poll(async () => (await postStart(server, { video })).status, { timeout: 5000 }).toBe(202);
    expect(uploadsIn(server.dataDir)).toHaveLength(1);
  } finally {
    await server.stop();
  }
});
