import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { stopDelayNotice, stopWorkS, unitTimeoutS } from '../server/cli/stop-delay-notice.ts';
import { loadSettings } from '../server/config/load-settings.ts';
import { tempDir } from './support/temp-dir.ts';

const run = promisify(execFile);
const folder = 'server/deploy';

/** Instructions of a container file, each on one line, without comments. */
const instructions = (): string[] =>
  readFileSync(join(folder, 'Containerfile'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** What a stage copies of the project, from and to. */
const copied = (): { readonly sources: readonly string[]; readonly target: string }[] =>
  instructions()
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .map((line) => {
      const words = line.split(' ').slice(1);
      return { sources: words.slice(0, -1), target: words.at(-1) ?? '' };
    });

describe('the container file', () => {
  it('pins its base, runs no script of a dependency, and serves as nobody on Debian’s glibc', () => {
    const all = instructions();
    expect(all[0]).toMatch(/^ARG NODE_IMAGE=docker\.io\/library\/node:20\.\d+\.\d+-bookworm-slim$/);
    const from = all.filter((line) => line.startsWith('FROM '));
    expect(from).toEqual([`FROM \${NODE_IMAGE} AS build`, `FROM \${NODE_IMAGE}`]);
    const final = all.slice(all.lastIndexOf(`FROM \${NODE_IMAGE}`));
    expect(final.filter((line) => line.startsWith('USER '))).toEqual(['USER 10001:10001']);
    expect(final.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(
      all.filter((line) => /^(ADD|ONBUILD|MAINTAINER) |curl|wget|apt-get|chmod 777|--privileged/.test(line)),
    ).toEqual([]);
    for (const line of all.filter((each) => /npm (ci|prune|install)/.test(each)))
      expect(line.match(/npm (ci|prune|install)/g)).toHaveLength(line.match(/--ignore-scripts/g)?.length ?? 0);
  });

  it('says settings that there are', () => {
    const line = instructions().find((each) => each.startsWith('ENV ')) ?? '';
    const environment = Object.fromEntries(
      line
        .split(/\s+/)
        .slice(1)
        .map((word) => word.split('=') as [string, string]),
    );
    expect(loadSettings({ flags: {}, environment }).values).toMatchObject({ data: '/data', host: '0.0.0.0' });
  });

  it('copies all that the build needs, and nothing that is not there', async () => {
    const build = tempDir();
    for (const { sources, target } of copied())
      for (const source of sources) {
        expect({ source, there: existsSync(source) }).toEqual({ source, there: true });
        cpSync(source, target.endsWith('/') ? join(build, target, source) : join(build, target), { recursive: true });
      }
    symlinkSync(resolve('node_modules'), join(build, 'node_modules'));
    await run('npm', ['run', '--silent', 'build'], { cwd: build });
    await anotherBuildLeavesAlone(build);
    const image = tempDir();
    mkdirSync(join(image, 'dist'));
    cpSync(join(build, 'dist'), join(image, 'dist'), { recursive: true });
    cpSync(join(build, 'package.json'), join(image, 'package.json'));
    symlinkSync(resolve('node_modules'), join(image, 'node_modules'));
    const entry = JSON.parse(
      instructions()
        .find((line) => line.startsWith('ENTRYPOINT '))
        ?.slice(11) ?? '[]',
    ) as string[];
    const main = (entry[1] ?? '').replace('/opt/stridelab', image);
    const { stdout } = await run(process.execPath, [main, 'config', '--json'], { cwd: image });
    expect(JSON.parse(stdout)).toHaveProperty('settings');
  }, 300_000);

  it('asks for its health as a server answers it', async () => {
    const line = instructions().find((each) => each.startsWith('HEALTHCHECK ')) ?? '';
    const [, ...command] = JSON.parse(line.slice(line.indexOf('['))) as string[];
    const ask = (port: number) =>
      run(process.execPath, command, { env: { ...process.env, STRIDELAB_PORT: String(port) } });
    await expect(ask(9)).rejects.toMatchObject({ code: 1 });
    const { startEmulator } = await import('../server/emulator/start-emulator.ts');
    const server = await startEmulator({});
    await expect(ask(Number(new URL(server.url).port))).resolves.toMatchObject({ stderr: '' });
    await server.close();
  });
});

/** What runs from a build loads more of it later: building again takes nothing away for a day, and does nothing where nothing has changed. */
async function anotherBuildLeavesAlone(folder: string): Promise<void> {
  const built = () =>
    ['server/cli/main.js', 'chunks'].map((path) => statSync(join(folder, 'dist', path)).mtimeMs.toFixed(3));
  const chunks = join(folder, 'dist/chunks');
  const age = (names: readonly string[]): void => {
    const dayBeforeYesterday = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const name of names) utimesSync(join(chunks, name), dayBeforeYesterday, dayBeforeYesterday);
  };
  const before = readdirSync(chunks);
  const first = built();
  await run('npm', ['run', '--silent', 'build'], { cwd: folder });
  expect(built()).toEqual(first);
  age(before);
  const changed = join(folder, 'engine/overlay/palette.ts');
  writeFileSync(changed, readFileSync(changed, 'utf8').replaceAll(/#[0-9a-f]{6}/g, '#123456'));
  await run('npm', ['run', '--silent', 'build'], { cwd: folder });
  expect(built()[0]).not.toBe(first[0]);
  const after = readdirSync(chunks);
  expect(before.filter((chunk) => !after.includes(chunk))).toEqual([]);
  expect(after.length).toBeGreaterThan(before.length);
  const superseded = readFileSync(join(chunks, '.npmignore'), 'utf8').split('\n');
  expect(superseded).toHaveLength(after.length - before.length);
  age(superseded);
  await run(process.execPath, ['bundle.mjs'], { cwd: folder });
  expect(readdirSync(chunks)).not.toEqual(expect.arrayContaining([superseded[0]?.slice(1)]));
}

const hasSystemd = existsSync('/usr/bin/systemd-analyze');

describe.each(['stridelab.service', 'stridelab-worker.service'])('%s', (name) => {
  const unit = readFileSync(join(folder, name), 'utf8');

  /** The unit with the Node.js of this machine. */
  const unitHere = (): string => {
    const path = join(tempDir(), name);
    writeFileSync(path, unit.replace('/usr/bin/node', process.execPath));
    return path;
  };

  it('names a command and settings that there are', () => {
    const [, command] =
      /^ExecStart=\S+ \/opt\/stridelab\/dist\/server\/cli\/main\.js (\w+) --config \S+$/m.exec(unit) ?? [];
    expect(['serve', 'worker']).toContain(command);
    const said = [...unit.matchAll(/^#?Environment=(STRIDELAB_\w+)=/gm)].map((match) => match[1]);
    const environment = Object.fromEntries(said.map((variable) => [variable, join(tempDir(), 'x')]));
    expect(() =>
      loadSettings({ flags: {}, environment: { ...environment, STRIDELAB_DATABASE_FILE: '' } }),
    ).not.toThrow();
  });

  it.skipIf(!hasSystemd)('is well formed, and exposes little', async () => {
    const path = unitHere();
    const { stderr } = await run('systemd-analyze', ['verify', path]);
    expect(stderr).not.toContain(name);
    const { stdout } = await run('systemd-analyze', ['security', '--offline=true', '--threshold=30', path]);
    expect(Number(/exposure level for \S+ (\d+\.\d+)/.exec(stdout)?.[1])).toBeLessThan(3);
  });

  it('gives time to stop: a little to all, more where requests are still taken', () => {
    const timeoutS = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
    const { stopDelay } = loadSettings({ flags: {}, environment: {} }).values;
    expect(timeoutS).toBeGreaterThanOrEqual(stopDelay + stopWorkS);
    expect(timeoutS).toBe(unitTimeoutS);
    const inUnit = { INVOCATION_ID: 'x' };
    expect(stopDelayNotice(timeoutS - stopWorkS, inUnit)).toBeNull();
    expect(stopDelayNotice(300, {})).toBeNull();
    expect(stopDelayNotice(300, inUnit)).toMatch(/TimeoutStopSec.* at least 330 s/);
  });

  it('lets an analysis that takes too much memory end alone, and decoders part from the network', () => {
    for (const line of [
      'OOMPolicy=continue',
      'MemoryMax=80%',
      'RestrictNamespaces=user net',
      'KillMode=mixed',
      'Restart=always',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
    ])
      expect(unit.split('\n')).toContain(line);
    // JavaScript is compiled as it runs.
    expect(unit).not.toContain('MemoryDenyWriteExecute');
  });
});
