import { execFile } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'openapi-typescript-codegen';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { tempDir } from '../support/temp-dir.ts';
import { serveClips } from './served-clips.ts';

const run = promisify(execFile);

const served = serveClips();

it('a generated client is sound TypeScript and runs the quickstart', { timeout: 180_000 }, async () => {
  const folder = tempDir();
  const { clips, target } = served();
  writeFileSync(join(folder, 'runner.mp4'), await clips.read('runner.mp4'));
  const document = join(folder, 'openapi.yaml');
  writeFileSync(document, await (await fetch(`${target.url}/openapi.yaml`)).text());
  await generate({
    input: document,
    output: join(folder, 'client'),
    httpClient: 'fetch',
    useOptions: true,
  });
  cpSync('test/contract/generated-client-quickstart.txt', join(folder, 'quickstart.ts'));
  await checkTypes(folder);
  const built = await rolldown({ input: join(folder, 'quickstart.ts'), platform: 'node' });
  await built.write({ file: join(folder, 'quickstart.mjs'), format: 'esm' });
  await built.close();
  const { stdout } = await run(process.execPath, ['quickstart.mjs', target.url, await target.newPartner()], {
    cwd: folder,
  });
  const said = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(said).toEqual({
    started: expect.stringMatching(/^Analysis started for ID: [0-9a-f-]{36}$/),
    status: 'success',
    pace: 5.3,
    armTitle: 'Arm position',
    frames: 60,
    ofSubject: 1,
    subjects: 0,
    webhook: {},
    refused: 404,
  });
});

/** Strictly, with the compiler that builds the project. */
async function checkTypes(folder: string): Promise<void> {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: ['node'],
        typeRoots: [resolve('node_modules/@types')],
        skipLibCheck: true,
      },
      include: ['**/*.ts'],
    }),
  );
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
}
