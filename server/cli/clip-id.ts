import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, hexadecimal. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Id of an analysis on the command line, in the form of a UUID: the same clip with the same options gives the same id,
 * so that two runs can be compared byte by byte.
 */
export function clipId(sha256: string, options: object): string {
  const hex = createHash('sha256').update(sha256).update(JSON.stringify(options)).digest('hex');
  // Version and variant digits as RFC 9562 wants them of version 4, the contract’s.
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
