import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiYaml } from '../server/contract/openapi/openapi-yaml.ts';
import { readDocument } from '../server/contract-check/read-document.ts';
import { sampleClip } from '../server/emulator/media/sample-clip.ts';
import { startEmulator } from '../server/emulator/start-emulator.ts';
import { askAgain } from '../server/recording/ask-again.ts';
import { compareRecording } from '../server/recording/compare-recording.ts';
import { comparisonText } from '../server/recording/comparison-report.ts';
import type { Exchange } from '../server/recording/exchange.ts';
import { type ProxyFault, recordingProxy } from '../server/recording/proxy.ts';
import { openRecording, readRecording } from '../server/recording/recording-file.ts';
import { replayServer } from '../server/recording/replay-server.ts';
import { type ApiServer, postStart, startApiServer } from './support/api-server.ts';
import { resultOf, startCommand } from './support/command-line.ts';
import { smallClip } from './support/small-clip.ts';
import { tempDir } from './support/temp-dir.ts';

const ours = readDocument(openApiYaml('http://127.0.0.1'), 'our contract');
const person = { name: 'Ada Lovelace', email: 'ada@lovelace.example', height: 1.63, weight: 52 };

/** What a client does, whichever server it talks to: the same steps, with the ids that it is given. */
async function clientRun(url: string, key: string, video: Uint8Array<ArrayBuffer>): Promise<unknown[]> {
  const seen: unknown[] = [];
  const ask = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}${path}${path.includes('?') ? '&' : '?'}apiKey=${key}`, init);
    const body = (await response.json()) as Record<string, unknown>;
    seen.push([response.status, Object.keys(body)]);
    return body;
  };
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { subject_id: subject } = await ask('/subjects', json(person));
  await ask(`/subjects/${subject}`);
  const started = await postStart({ url, key }, { video, subject_id: String(subject), height: '1.63' });
  const { video_id: id } = (await started.json()) as { video_id: string };
  seen.push([started.status, typeof id]);
  await ask(`/analysis/${id}/results`);
  await ask(`/analysis/subjects/${subject}`);
  await ask(`/subjects/${subject}/delete`, { method: 'POST' });
  await ask(`/subjects/${subject}`);
  await ask('/analysis/not-an-id/results');
  return seen;
}

describe('a recording', () => {
  let dir: string;
  let videoPath: string;
  let real: ApiServer;
  let video: Uint8Array<ArrayBuffer>;
  let path: string;
  let viaProxy: unknown[];

  beforeAll(async () => {
    real = await startApiServer();
    dir = await mkdtemp(join(tmpdir(), 'stridelab-recording-'));
    video = await smallClip(30, 30);
    videoPath = join(dir, 'clip.mp4');
    await writeFile(videoPath, video);
    path = join(dir, 'recording.ndjson');
    const recording = await openRecording(path);
    const proxy = recordingProxy({ target: real.url, recording });
    const url = await proxy.listen({ port: 0, host: '127.0.0.1' });
    viaProxy = await clientRun(url, real.key, video);
    await fetch(`${url}/subjects`);
    await fetch(`${url}/subjects?apiKey=wrong-key-123`);
    await proxy.close();
    await recording.close();
  });
  afterAll(async () => {
    await real.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('changes nothing for the client', async () => {
    expect(viaProxy).toEqual(await clientRun(real.url, real.key, video));
  });

  it('holds no key, no name, no address, no real id and no picture', async () => {
    const text = await readFile(path, 'utf8');
    for (const secret of [real.key, 'wrong-key-123', 'Lovelace', 'lovelace.example', '1.63', real.url])
      expect(text).not.toContain(secret);
    expect(
      text
        .match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g)
        ?.filter((id) => !id.startsWith('00000000')),
    ).toEqual([]);
    expect(text.length).toBeLessThan(video.length);
  });

  it('is answered from as it was recorded, with any key', async () => {
    const server = replayServer(await readRecording(path));
    const url = await server.listen({ port: 0, host: '127.0.0.1' });
    try {
      expect(await clientRun(url, 'any-key', video)).toEqual(viaProxy);
      expect((await fetch(`${url}/subjects`)).status).toBe(401);
      const unknown = await fetch(`${url}/webhook?apiKey=any-key`);
      expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'not_recorded']);
    } finally {
      await server.close();
    }
  });

  it('differs in nothing from what the same server answers', async () => {
    const exchanges = await readRecording(path);
    const ask = askAgain({ url: real.url, key: real.key, videoPath, pollMs: 20 });
    const compared = await compareRecording(exchanges, ours, ask);
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    expect(compared.filter(({ notAsked }) => notAsked !== null)).toEqual([]);
    expect(compared).toHaveLength(exchanges.length);
  });

  it('shows where another server’s answers have another shape', async () => {
    const exchanges = await readRecording(path);
    const changed = exchanges.map((exchange): Exchange => {
      const { request, answer } = exchange;
      if (request.method !== 'GET' || answer.body.kind !== 'json' || answer.status !== 200) return exchange;
      if (!request.path.endsWith('/results')) return exchange;
      const value = { ...(answer.body.value as object), percentage: 'none', queue: 3 };
      return { request, answer: { ...answer, body: { kind: 'json', value } } };
    });
    const ask = askAgain({ url: real.url, key: real.key, videoPath, pollMs: 20 });
    const found = (await compareRecording(changed, ours, ask)).filter(({ differences }) => differences.length > 0);
    expect(found.map(({ path: at }) => at)).toEqual(['/analysis/00000000-0000-4000-8000-000000000002/results']);
    const shapes = found[0].differences.filter(({ kind }) => kind === 'shape');
    expect(shapes).toEqual([
      { kind: 'shape', place: '/percentage', theirs: 'string', ours: 'number' },
      { kind: 'shape', place: '/queue', theirs: 'number', ours: 'nothing' },
    ]);
    expect(found[0].differences.some(({ kind }) => kind === 'contract')).toBe(true);
    expect(comparisonText(found)).toContain('/queue: shape number, ours nothing');
  });
});

it('accuses no server of a success that it gives again', async () => {
  const path = join(tempDir(), 'success.ndjson');
  const recording = await openRecording(path);
  const api = await startEmulator();
  const proxy = recordingProxy({ target: api.url, recording });
  try {
    const url = await proxy.listen({ port: 0, host: '127.0.0.1' });
    const video = new Uint8Array(sampleClip());
    const started = await postStart({ url, key: 'a' }, { video });
    const { video_id: id } = (await started.json()) as { video_id: string };
    const results = async (rest = '', accept = '*/*'): Promise<Record<string, unknown>> => {
      const answer = await fetch(`${url}/analysis/${id}/results${rest}?apiKey=a`, { headers: { accept } });
      expect([200, 202]).toContain(answer.status);
      const [first] = (await answer.text()).split('\n');
      return JSON.parse(first) as Record<string, unknown>;
    };
    await expect.poll(async () => (await results()).status, { interval: 1 }).toBe('success');
    await results('/calculated_data');
    expect(await results('/frame_data')).toMatchObject({ height: 428 });
    await results('/frame_data', 'application/x-ndjson');
    await proxy.close();
    await recording.close();
    const exchanges = await readRecording(path);
    await api.reset();
    // The emulator films whom the clip's name says.
    const videoPath = join(tempDir(), 'run.mp4');
    await writeFile(videoPath, video);
    const compared = await compareRecording(
      exchanges,
      ours,
      askAgain({ url: api.url, key: 'a', videoPath, pollMs: 1 }),
    );
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    expect(compared.filter(({ notAsked }) => notAsked !== null)).toEqual([]);
  } finally {
    await api.close();
  }
});

describe('the proxy', () => {
  it('says so when the server breaks off in the middle of its answer, and records nothing', async () => {
    const api = await startEmulator();
    const path = join(tempDir(), 'cut.ndjson');
    const recording = await openRecording(path);
    const proxy = recordingProxy({ target: api.url, recording });
    const response = await fetch(`${await proxy.listen({ port: 0, host: '127.0.0.1' })}/subjects?apiKey=x`, {
      headers: { 'StrideLab-Scenario': 'connection-cut' },
    });
    expect([response.status, await response.json()]).toEqual([502, expect.objectContaining({ code: 'unreachable' })]);
    await proxy.close();
    await recording.close();
    await api.close();
    expect(await readRecording(path)).toEqual([]);
  });

  it('says so when the server cannot be reached, and records nothing', async () => {
    const path = join(tempDir(), 'none.ndjson');
    const recording = await openRecording(path);
    const faults: ProxyFault[] = [];
    const proxy = recordingProxy({
      target: 'http://127.0.0.1:1',
      recording,
      onFault: (fault) => faults.push(fault),
    });
    const response = await fetch(`${await proxy.listen({ port: 0, host: '127.0.0.1' })}/subjects?apiKey=x`);
    expect([response.status, await response.json()]).toEqual([
      502,
      { detail: 'The server that is recorded cannot be reached.', code: 'unreachable' },
    ]);
    await proxy.close();
    await recording.close();
    expect(await readRecording(path)).toEqual([]);
    await expect(openRecording(path)).rejects.toMatchObject({ code: 'output_not_writable' });
    const [{ kind, request, cause }] = faults;
    expect([faults.length, kind, request.path, String(cause)]).toEqual([
      1,
      'unanswered',
      '/subjects',
      expect.stringContaining('ECONNREFUSED'),
    ]);
  });

  it('passes answers on that it cannot keep, says so, and leaves whole exchanges', { timeout: 60_000 }, async () => {
    const api = await startEmulator();
    const folder = tempDir();
    const flags = ['recording', 'make', '--target', api.url, '--out', 'full.ndjson', '--port', '0'];
    // Blocks of 512 or 1024 bytes, by the shell: the file takes so many, and then there is no room.
    const child = startCommand(folder, flags, process.env, ['sh', '-c', 'ulimit -f 4; exec "$0" "$@"']);
    const ended = resultOf(child);
    const url = await new Promise<string>((resolve) => {
      child.stdout?.on('data', (data: Buffer) => {
        const found = /point your client at (\S+)/.exec(data.toString());
        if (found !== null) resolve(found[1]);
      });
    });
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++) statuses.push((await fetch(`${url}/subjects?apiKey=x`)).status);
    child.kill('SIGTERM');
    const { status, stderr } = await ended;
    await api.close();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(stderr).toMatch(/^GET \/subjects: answered, but not kept: .+$/m);
    expect(stderr).toMatch(/^error output_not_writable: .*\d+ exchanges could not be kept/m);
    expect(status).not.toBe(0);
    const kept = (await readRecording(join(folder, 'full.ndjson'))).length;
    const lost = Number(/(\d+) exchanges could not be kept/.exec(stderr)?.[1]);
    expect([kept > 0, lost > 0, kept + lost]).toEqual([true, true, 30]);
  });
});
