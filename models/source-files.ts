import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StrideError } from '../engine/errors/stride-error.ts';
import type { ModelSpec } from './model-spec.ts';

/** The SHA-256 of some bytes, in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The folder of an installed package. @throws StrideError `model_unavailable`. */
export function packageFolder(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new StrideError('model_unavailable', `the package ${name} is not installed`, { cause });
  }
}

/**
 * Reads a network's packaged files, in the order of the registry.
 *
 * @param folder The package's folder.
 * @throws StrideError `model_unavailable` if a file is missing or its checksum is another one.
 */
export async function readSourceFiles(spec: ModelSpec, folder: string): Promise<Uint8Array[]> {
  return Promise.all(
    spec.files.map(async ({ path, sha256: expected }) => {
      const name = `${spec.package.name}/${path}`;
      const bytes = await readFile(join(folder, path)).catch((cause: unknown) => {
        throw new StrideError('model_unavailable', `${name} cannot be read`, { cause });
      });
      if (sha256(bytes) !== expected) {
        throw new StrideError('model_unavailable', `${name} does not have the checksum of ${spec.package.version}`);
      }
      return bytes;
    }),
  );
}
