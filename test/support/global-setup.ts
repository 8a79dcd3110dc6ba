import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { offerPostgres } from './run-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of a run share, removed at its end. */
    runFolder: string;
  }
}

/** Builds `dist/` once before the tests, from which child processes are started, makes the run's folder, and offers a PostgreSQL. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  // What the compiler leaves is not joined, so that the next build must not take it for its own.
  rmSync(join(root, 'dist/built-from'), { force: true });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  execFileSync(process.execPath, ['server/console/app/bundle.mjs'], { cwd: root, stdio: 'inherit' });
  const runFolder = mkdtempSync(join(tmpdir(), 'stridelab-run-'));
  project.provide('runFolder', runFolder);
  const endPostgres = await offerPostgres(runFolder);
  return async () => {
    await endPostgres();
    rmSync(runFolder, { recursive: true, force: true });
  };
}
