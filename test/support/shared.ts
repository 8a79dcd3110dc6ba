import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'vitest';

/** Path of a file of the shared test material, which lies beside the project on some machines. */
export const sharedPath = (name: string): string => fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));

/** Path of a file of the shared test material; skips the test, saying why, where it is missing. */
export function requireShared(context: TestContext, name: string): string {
  const path = sharedPath(name);
  if (!existsSync(path)) context.skip(`../shared/${name} is not on this machine`);
  return path;
}
