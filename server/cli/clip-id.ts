import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const bytesAtOnce = 2 ** 18;

/** SHA-256 of a file, hexadecimal. Read into one buffer: a stream would take twice the processor time, half of it for its chunks. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(bytesAtOnce);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, bytesAtOnce, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
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
