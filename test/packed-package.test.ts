import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve('.');
/** Of the letters that are compiled into the annotated video's. */
const fontLicence = 'engine/drawing/fonts/LICENSE.txt';
/** Of a build before the last. */
const supersededChunk = 'earlier-AbCdEfGh.js';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** What the guide prints: each block of code under the file name that stands before it. */
async function printedTests(): Promise<Map<string, string>> {
  const guide = await readFile('docs/guides/contract-tests.md', 'utf8');
  const blocks = guide.matchAll(/`([\w.-]+\.test\.m?js)`[^`]*```js\n([\s\S]*?)```/g);
  return new Map([...blocks].map(([, name, code]) => [name, code]));
}

/** Neither a registry nor anything else is asked. */
const offline = {
  ...process.env,
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
  // Of the suite that this test belongs to.
  VITEST: undefined,
  VITEST_MODE: undefined,
  VITEST_POOL_ID: undefined,
  VITEST_WORKER_ID: undefined,
  NODE_OPTIONS: undefined,
  NODE_ENV: undefined,
};

describe('the packed package', { timeout: 120_000 }, () => {
  let folder: string;
  let project: string;
  let packed: Packed;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stridelab-packed-'));
    const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
    // A copy: other tests start processes from dist/ meanwhile.
    const copy = join(folder, 'copy');
    await mkdir(copy);
    const beside = ['package.json', 'bundle.mjs', 'README.md', 'LICENSE'];
    const listed = manifest.files.filter((name) => !name.startsWith('!'));
    for (const name of [...beside, ...listed]) await cp(name, join(copy, name), { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    await mkdir(join(copy, 'dist/chunks'), { recursive: true });
    await writeFile(join(copy, 'dist/chunks', supersededChunk), 'export {};');
    await run(process.execPath, ['bundle.mjs'], { cwd: copy });
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: copy, env: offline });
    // A list, or from newer versions of npm an object of packages by their names.
    [packed] = Object.values(JSON.parse(stdout) as Record<string, Packed>);

    project = join(folder, 'project');
    const modules = join(project, 'node_modules');
    await mkdir(join(modules, 'stridelab'), { recursive: true });
    await run('tar', ['-xzf', join(copy, packed.filename), '--strip-components=1', '-C', join(modules, 'stridelab')]);
    // What it depends on, and what the project's own tests are run by; nothing else of ours.
    for (const name of [...Object.keys(manifest.dependencies), 'vitest', '@types/node']) {
      await mkdir(dirname(join(modules, name)), { recursive: true });
      await symlink(join(root, 'node_modules', name), join(modules, name));
    }
    await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    for (const [name, code] of await printedTests()) await writeFile(join(project, name), code);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds what is needed, and no sources, tests or benches', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'dist/server/cli/main.js']));
    // Browsers and reports are shown these; licences ask that they go with what they are of.
    const shown = [
      'console/app/index.html',
      'console/app/manifest.json',
      'console/app/licences.txt',
      'report/report.css',
    ];
    const licences = ['dist/server/report/report-licences.txt', fontLicence];
    expect(paths).toEqual(expect.arrayContaining([...shown.map((name) => `dist/server/${name}`), ...licences]));
    const sources = /\.test\.|^dist\/bench|^(engine|server|models|fixtures|test)\//;
    expect(paths.filter((path) => sources.test(path) && path !== fontLicence && !path.endsWith('README.md'))).toEqual(
      [],
    );
    expect(paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))).toEqual([]);
    expect(packed.size).toBeLessThan(5e6);
  });

  it('goes without what is kept for processes of earlier builds', async () => {
    const kept = (await readFile(join(folder, 'copy/dist/chunks/.npmignore'), 'utf8')).split('\n');
    expect(kept).toContain(`/${supersededChunk}`);
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('dist/chunks/')).length).toBeGreaterThan(5);
    expect(paths.filter((path) => kept.includes(path.replace('dist/chunks', '')))).toEqual([]);
  });

  it('has every page that a page of it leads to; sources alone stay behind', async () => {
    const paths = packed.files.map(({ path }) => path);
    const pages = paths.filter((path) => path.endsWith('.md'));
    expect(pages.length).toBeGreaterThan(40);
    const nowhere: string[] = [];
    for (const page of pages) {
      const text = await readFile(page, 'utf8');
      for (const [, link] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(link) || /\.(tsx?|mjs)$/.test(link)) continue;
        const target = join(dirname(page), link).replace(/\/$/, '');
        const isThere = paths.some((path) => path === target || path.startsWith(`${target}/`));
        if (!isThere) nowhere.push(`${page}: ${link}`);
      }
    }
    // Folders of sources.
    expect(nowhere.filter((line) => !/(server\/deploy|convert)\/?$/.test(line))).toEqual([]);
  });

  it('has both tests in the guide', async () => {
    expect([...(await printedTests()).keys()]).toEqual(['runs.test.js', 'webhooks.test.mjs']);
  });

  it('runs the guide’s test for vitest as printed', async () => {
    const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
    const args = [vitest, 'run', 'runs.test.js', '--root', project, '--reporter', 'json'];
    const { stdout } = await run(process.execPath, args, { cwd: project, env: offline });
    const told = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Readonly<Record<string, unknown>>;
    expect(told).toMatchObject({ success: true, numPassedTests: 5, numTotalTests: 5 });
  });

  it('runs the guide’s test for node:test as printed', async () => {
    const args = ['--test', '--test-reporter', 'tap', 'webhooks.test.mjs'];
    const { stdout } = await run(process.execPath, args, { cwd: project, env: offline });
    expect(stdout).toContain('# pass 2\n');
    expect(stdout).toContain('# fail 0\n');
  });

  it('tells TypeScript its types, libraries checked', async () => {
    await writeFile(
      join(project, 'types.ts'),
      `import { type Emulator, type EmulatorOptions, sampleClip, startEmulator } from 'stridelab/emulator';

const options: EmulatorOptions = { seed: 1 };
const api: Emulator = await startEmulator(options);
const bytes: Uint8Array = sampleClip();
const [request] = api.journal.requests({ operation: 'startAnalysis' });
const status: number | null = request.status;
// @ts-expect-error: a seed is a number.
await startEmulator({ seed: 'one' });
export { bytes, status };
`,
    );
    const compilerOptions = {
      module: 'nodenext',
      target: 'es2023',
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', project], { cwd: project }).catch(
      (error: { readonly stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it('starts the command line', async () => {
    const cli = join(project, 'node_modules/stridelab/dist/server/cli/main.js');
    const { stdout } = await run(process.execPath, [cli, 'emulate', '--help'], { cwd: project, env: offline });
    expect(stdout).toContain('Emulate the Partner API');
  });
});
