import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { prepareModel } from '../models/prepare-model.ts';
import { modelRegistry } from '../models/registry.ts';
import { CalculatedDataSchema } from '../server/contract/schemas/calculated-data.ts';
import { SuccessSchema } from '../server/contract/schemas/results.ts';
import { makeClip } from './support/clips.ts';
import { resultOf, runCommand, startCommand } from './support/command-line.ts';
import { sharedDemoClip } from './support/shared-demo-clip.ts';
import { tempDir } from './support/temp-dir.ts';

describe('help', () => {
  it.each([[], ['analyze'], ['serve'], ['keys'], ['keys', 'create'], ['models'], ['demo']])(
    'of %s',
    async (...command) => {
      const { status, stdout } = await runCommand(tempDir(), ...command, '--help');
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: ${['stridelab', ...command].join(' ')}`);
    },
  );

  it('names every exit code', async () => {
    const { stdout } = await runCommand(tempDir(), '--help');
    for (const code of [0, 1, 2, 3, 4, 5, 130]) expect(stdout).toMatch(new RegExp(`^ {2}${code} `, 'm'));
  });
});

describe('wrong usage ends with 2 and says what to write', () => {
  it.each([
    [['analyse', 'run.mp4'], /unknown command/],
    [['analyze', '--height', '1.78'], /missing required argument 'clip'/],
    [['analyze', 'run.mp4'], /--height/],
    [['analyze', '-run.mp4', '--height', '1.78'], /Write \.\/-run\.mp4 for a file or folder of that name/],
    [['batch', 'nothing', '--height', '1.78'], /nothing is no folder/],
    [['export', 'nothing', '--format', 'csv'], /there is no file or folder nothing; name a folder/],
    [['export', '3f2b8a52-0000-4000-8000-000000000000', '--format', 'csv'], /--data or --database tells/],
    [
      ['export', 'run', '--format', 'trc', '--table', 'steps'],
      /--table is of csv, ndjson and parquet; trc holds markers/,
    ],
    [['export', 'run', '--format', 'csv', '--units', 'mm'], /--units is of trc/],
    [['analyze', 'run.mp4', '--height', '178'], /1\.78 instead of 178/],
    [['analyze', 'run.mp4', '--height', 'tall'], /metres/],
    [['analyze', 'run.mp4', '--height', '1.78', '--view', 'top'], /side/],
    [['analyze', 'run.mp4', '--height', '1.78', '--pace', '05:30'], /--pace belongs to --treadmill/],
    [['analyze', 'run.mp4', '--height', '1.78', '--treadmill', '--pace', '5:3'], /05:30/],
    [['analyze', 'run.mp4', '--height', '1.78', '--network', 'nope'], /blazepose-full/],
    [['serve', '--data', 'd', '--port', '70000'], /65535/],
    [['keys', 'create', '--data', 'd'], /--partner/],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await runCommand(tempDir(), ...args);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

type MakeInput = (folder: string) => Promise<string> | string;

const wave: MakeInput = (folder) => {
  const path = join(folder, 'sound.mp4');
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(8036, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(8000, 40);
  writeFileSync(path, Buffer.concat([header, Buffer.alloc(8000, 128)]));
  return path;
};

const written =
  (name: string, content: string): MakeInput =>
  (folder) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

const badInputs: readonly (readonly [string, MakeInput, string, number])[] = [
  ['no such file', (folder) => join(folder, 'missing.mp4'), 'video_not_found', 3],
  ['a folder', (folder) => folder, 'video_not_found', 3],
  ['zero bytes', written('empty.mp4', ''), 'invalid_video', 3],
  ['text named .mp4', written('notes.mp4', 'ran 10 km today\n'), 'invalid_video', 3],
  ['sound alone', wave, 'invalid_video|unsupported_video_format', 3],
  ['one frame', (folder) => makeClip(folder, 'one.mp4', { frameCount: 1 }), 'video_too_short', 3],
  ['12 s', (folder) => makeClip(folder, 'long.mp4', { frameCount: 360 }), 'video_too_long', 3],
  ['nobody in view', (folder) => makeClip(folder, 'nobody.mp4', { frameCount: 30 }), 'no_person', 4],
  [
    '31 MB',
    (folder) => {
      const path = join(folder, 'large.mp4');
      writeFileSync(path, '');
      truncateSync(path, 31_000_000);
      return path;
    },
    'video_too_large',
    3,
  ],
  [
    'cut off in the middle',
    async (folder) => {
      const path = await makeClip(folder, 'cut.mp4', { frameCount: 60 });
      truncateSync(path, 6000);
      return path;
    },
    'video_truncated',
    3,
  ],
];

describe('an input that cannot be analysed', () => {
  it.each(badInputs)('%s: a code, advice, and nothing left behind', async (_, make, code, exit) => {
    const input = await make(tempDir());
    const folder = tempDir();
    const { status, stdout, stderr } = await runCommand(folder, 'analyze', input, '--height', '1.75');
    expect(stderr).toMatch(new RegExp(`^error (${code}): .+\\.\\n.+\\.\\n$`, 'm'));
    expect({ status, stdout, left: readdirSync(folder) }).toEqual({ status: exit, stdout: '', left: [] });
  });
});

describe('a clip of the synthetic runner', () => {
  const flags = ['--height', '1.75', '--treadmill', '--pace', '05:30'];

  it('gives the same bytes twice, in the shape of the API', async () => {
    const { path } = await sharedDemoClip();
    const run = () => runCommand(tempDir(), 'analyze', path, ...flags, '--no-video', '--json');
    const [first, second] = [await run(), await run()];
    expect(first.status).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    const { video, results, calculated_data: calculated } = JSON.parse(first.stdout) as Record<string, unknown>;
    expect(video).toMatchObject({ codec: 'h264', frames: 150, width: 480, height: 854 });
    expect(Value.Errors(SuccessSchema, results)).toEqual([]);
    expect(Value.Errors(CalculatedDataSchema, calculated)).toEqual([]);
  }, 180_000);

  it('is read by a network of the user’s own', async () => {
    const { path } = await sharedDemoClip();
    const folder = tempDir();
    const { input, keypoints, licence } = modelRegistry['movenet-lightning'];
    const { onnxPath } = await prepareModel('movenet-lightning');
    const picture = { name: input.name, widthPx: 192, heightPx: 192, layout: 'nhwc', channels: 'rgb' };
    const description = {
      format: 1,
      name: 'mine',
      onnx: onnxPath,
      licence,
      input: { ...picture, mean: [0, 0, 0], std: [1, 1, 1] },
      output: { regression: { name: 'keypoints', columns: ['y', 'x', 'score'], units: 'share' } },
      keypoints,
    };
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(description));
    const run = (network: string) =>
      runCommand(folder, 'analyze', path, ...flags, '--no-video', '--json', '--network', network);
    const { status, stdout } = await run('mine.json');
    expect(status).toBe(0);
    const { calculated_data: calculated } = JSON.parse(stdout) as { calculated_data: unknown };
    expect(Value.Errors(CalculatedDataSchema, calculated)).toEqual([]);
    expect(JSON.stringify(calculated)).toContain('"pose_network":"custom"');

    writeFileSync(join(folder, 'mine.json'), JSON.stringify({ ...description, keypoints: keypoints.slice(1) }));
    const refused = await run('mine.json');
    expect(refused.stderr).toMatch(/^error invalid_network_description: .*51 numbers: not 16 points of 3/m);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 2, stdout: '' });
  }, 180_000);

  it('prints a table and writes its files where it was told', async () => {
    const { path, truth } = await sharedDemoClip();
    const folder = tempDir();
    const { status, stdout } = await runCommand(folder, 'analyze', path, ...flags, '--out', 'report');
    expect(status).toBe(0);
    const cadence = /Cadence\D+([\d.]+)/.exec(stdout);
    expect(Math.abs(Number(cadence?.[1]) - truth.metrics.cadenceSpm)).toBeLessThan(1);
    const asked = ['export', 'report', '--format', 'csv', '--table', 'metrics', '--out', 'metrics.csv', '--json'];
    const told = JSON.parse((await runCommand(folder, ...asked)).stdout) as Record<string, unknown>;
    const bytes = readFileSync(join(folder, 'metrics.csv')).length;
    expect(told).toEqual({ file: 'metrics.csv', format: 'csv', table: 'metrics', bytes });
    expect(readdirSync(join(folder, 'report')).sort()).toEqual([
      'annotated.mp4',
      'calculated_data.json',
      'details.json',
      'poses.ndjson',
      'results.json',
      'thumbnail.jpg',
    ]);
  }, 180_000);

  it('stops at once when interrupted and leaves nothing', async () => {
    const { path } = await sharedDemoClip();
    const folder = tempDir();
    const child = startCommand(folder, ['analyze', path, ...flags]);
    const ended = resultOf(child);
    child.stderr?.once('data', () => child.kill('SIGINT'));
    const { status, stdout } = await ended;
    expect({ status, stdout, left: readdirSync(folder) }).toEqual({ status: 130, stdout: '', left: [] });
  }, 180_000);

  it.each([
    ['reading the clip', 'not there', []],
    ['drawing', 'not there', []],
    ['drawing', 'there', ['report']],
  ])(
    'leaves no folder of its own when interrupted twice while %s into one that is %s',
    async (stage, before, left) => {
      const { path } = await sharedDemoClip();
      const folder = tempDir();
      if (before === 'there') mkdirSync(join(folder, 'report'));
      const child = startCommand(folder, ['analyze', path, ...flags, '--network', 'blazepose-lite', '--out', 'report']);
      const ended = resultOf(child);
      // A terminal and a program between both pass on one Ctrl+C.
      const again = (): void => {
        if (child.kill('SIGINT')) setTimeout(again, 1);
      };
      let isStopped = false;
      child.stderr?.on('data', (data: Buffer) => {
        if (isStopped || !data.toString().includes(stage)) return;
        isStopped = true;
        again();
      });
      const { status, stdout } = await ended;
      expect({ status, stdout, left: readdirSync(folder, { recursive: true }) }).toEqual({
        status: 130,
        stdout: '',
        left,
      });
    },
    180_000,
  );
});

it('makes a key, serves with it, and stops when told', async () => {
  const folder = tempDir();
  const made = await runCommand(folder, 'keys', 'create', '--partner', 'acme', '--data', 'data', '--json');
  const { key } = JSON.parse(made.stdout) as { key: string };
  const child = startCommand(folder, ['serve', '--port', '0', '--data', 'data']);
  const ended = resultOf(child);
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (data: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(data.toString());
      if (found !== null) resolve(found[0]);
    });
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const unknown = 'analysis/3f2b8a52-0000-4000-8000-000000000000/results';
  expect((await fetch(`${url}/${unknown}?apiKey=${key}`)).status).toBe(404);
  expect((await fetch(`${url}/${unknown}?apiKey=wrong`)).status).toBe(403);
  expect((await fetch(`${url}/${unknown}`)).status).toBe(401);
  // The terminal goes: both the kernel and the shell say so.
  child.kill('SIGHUP');
  child.kill('SIGHUP');
  expect((await ended).status).toBe(0);
});

it('ends in order when its terminal goes', async (context) => {
  const script = '/usr/bin/script';
  if (!existsSync(script)) return context.skip(`there is no ${script}`);
  const folder = tempDir();
  const main = resolve('dist/server/cli/main.js');
  // The shell passes the hangup on, as shells do, and stays behind to tell how the server ended.
  const serve = `"${process.execPath}" "${main}" serve --port 0 --data data`;
  const command = `trap 'kill -HUP $!' HUP; ${serve} & wait $!; wait $!; echo $? > status`;
  const terminal = spawn(script, ['-qec', command, '/dev/null'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  let shown = '';
  terminal.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
  });
  await expect.poll(() => shown, { timeout: 20_000 }).toMatch(/Health: /);
  terminal.kill('SIGKILL');
  const status = join(folder, 'status');
  await expect.poll(() => existsSync(status) && readFileSync(status, 'utf8'), { timeout: 20_000 }).toBe('0\n');
  // The store was closed.
  expect(readdirSync(join(folder, 'data'))).not.toContain('stridelab.db-wal');
}, 60_000);

it('says why standard output cannot be written', async (context) => {
  if (!existsSync('/dev/full')) return context.skip('there is no /dev/full');
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['dist/server/cli/main.js', 'models'], { stdio: ['ignore', full, 'pipe'] });
  const { status, stderr } = await resultOf(child);
  closeSync(full);
  expect(stderr).toMatch(
    /^error output_not_writable: .*\(standard output: there is no room left on the disk\)\.\n.+\n$/,
  );
  expect(status).toBe(5);
});

it('ends silently, and takes back what it had begun, when nobody reads on', async () => {
  const path = await makeClip(tempDir(), 'nobody.mp4', { frameCount: 90 });
  const folder = tempDir();
  const child = startCommand(folder, ['analyze', path, '--height', '1.75']);
  const ended = resultOf(child);
  child.stderr?.once('data', () => child.stderr?.destroy());
  const { status, stdout } = await ended;
  expect({ status, stdout, left: readdirSync(folder) }).toEqual({ status: 130, stdout: '', left: [] });
}, 60_000);

it('lists the networks', async () => {
  const { stdout } = await runCommand(tempDir(), 'models');
  for (const id of ['blazepose-full', 'blazepose-lite', 'blazepose-heavy', 'movenet-lightning', 'movenet-thunder']) {
    expect(stdout).toContain(id);
  }
});
