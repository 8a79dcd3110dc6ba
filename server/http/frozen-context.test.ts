import { expect, it } from 'vitest';
import { frozenServer } from '../../test/support/frozen-server.ts';

const form = '--x\r\nContent-Disposition: form-data; name="video"; filename="a.mp4"\r\n\r\nvideo\r\n--x--\r\n';
const requests = [
  ['POST', '/subjects', '{"name":"Mia"}', 'application/json'],
  ['GET', '/subjects'],
  ['PUT', '/webhook', '{"url":"https://client.example.com","enabled":true}', 'application/json'],
  ['POST', '/analysis/start', form, 'multipart/form-data; boundary=x'],
  ['GET', '/analysis'],
] as const;

/** What a server of its own answers to the same requests. */
async function answers(): Promise<string[]> {
  const { app, videos, close } = await frozenServer();
  const said: string[] = [];
  for (const [method, path, body, type] of requests) {
    const sent = body === undefined ? {} : { body, headers: { 'content-type': type } };
    const answer = await app.inject({ method, url: `${path}?apiKey=slk_key`, ...sent });
    said.push(`${answer.statusCode} ${answer.body}`);
  }
  expect([...videos.sizes.values()]).toEqual([5]);
  await close();
  return said;
}

it('takes time, ids and videos from its context alone: the same requests are answered with the same bytes', async () => {
  const first = await answers();
  expect(first).toEqual(await answers());
  expect(first.map((line) => line.slice(0, 3))).toEqual(['201', '200', '200', '202', '200']);
  expect(first.join('\n').match(/2026-03-23T10:45:00Z/g)).toHaveLength(4);
});
