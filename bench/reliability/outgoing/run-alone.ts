import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createPartnerKey } from '../../../server/accounts/partner-keys.ts';
import { sampleClip } from '../../../server/emulator/media/sample-clip.ts';

// Started in a network of its own in which there is nothing but loopback: runs the server as an operator does, has it analyse a clip, and
// prints what the network's own counters say of packets that would have gone elsewhere.
const [dataDir = ''] = process.argv.slice(2);

/** Packets for which this network has no way, which are all but those of loopback. */
function packetsElsewhere(): number {
  const [names, values] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
    .map((line) => line.split(' '));
  const v6 = /^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? '0';
  return Number(values[names.indexOf('OutNoRoutes')]) + Number(v6);
}

/** The count rises where something does go elsewhere: 192.0.2.1 is for documentation, and there is no way to it. */
async function isCounting(): Promise<boolean> {
  const before = packetsElsewhere();
  await new Promise<void>((resolve) => {
    connect(80, '192.0.2.1').on('error', () => resolve());
  });
  return packetsElsewhere() > before;
}

let events = 0;
const receiver = createServer((request, response) => {
  request.resume();
  events++;
  response.end();
});
receiver.listen(0, '127.0.0.1');
await once(receiver, 'listening');
const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;

const { key } = await createPartnerKey(dataDir, 'Acme');
const main = fileURLToPath(new URL('../../../server/cli/main.js', import.meta.url));
const args = [
  'serve',
  '--port',
  '0',
  '--data',
  dataDir,
  '--workers',
  '1',
  '--webhook-http',
  '--webhook-allow',
  '127.0.0.1',
];
const server = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
server.stdout.on('data', (data: Buffer) => {
  said += data.toString();
});
const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let waitedMs = 0; waitedMs < 90_000; waitedMs += 200) {
    if (await isSo()) return;
    await sleep(200);
  }
  throw new Error(`${what} did not come:\n${said}`);
};
await until('the server', async () => said.includes('Health:'));
const url = /Partner API at (\S+)/.exec(said)?.[1] ?? '';
const ask = async (path: string, init: RequestInit = {}): Promise<unknown> =>
  (await fetch(`${url}${path}?apiKey=${key}`, init)).json();
await ask('/webhook', {
  method: 'PUT',
  body: JSON.stringify({ url: hook, enabled: true }),
  headers: { 'content-type': 'application/json' },
});
const form = new FormData();
form.append('video', new Blob([new Uint8Array(sampleClip())]), 'run.mp4');
form.append('notify_via_webhook', 'true');
const { video_id: id } = (await ask('/analysis/start', { method: 'POST', body: form })) as {
  readonly video_id: string;
};
let status = '';
await until('the end of the analysis', async () => {
  ({ status } = (await ask(`/analysis/${id}/results`)) as { readonly status: string });
  return status === 'success' || status === 'failed';
});
await until('the webhook’s events', async () => events > 1);
server.kill('SIGTERM');
await once(server, 'exit');
receiver.close();
const elsewhere = packetsElsewhere();
process.stdout.write(`${JSON.stringify({ status, events, elsewhere, counting: await isCounting() })}\n`);
