import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for one test, removed when the test has finished. */
export function tempDir(): string {
  const path = mkdtempSync(join(tmpdir(), 'stridelab-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
