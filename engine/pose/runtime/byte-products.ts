import { readFileSync } from 'node:fs';

/** How Linux names the instructions that add up products of bytes in 32 bits at once (Intel's VNNI, AMD's from Zen 4 on). */
const exactInstructions = /\b(?:avx512_vnni|avx_vnni)\b/;

/**
 * Whether ONNX Runtime has to be told to add up products of bytes without overflow. x64 processors without these instructions add
 * them in pairs of 16 bits, which is fast and wrong for full 8-bit weights; told so, they are right and as slow as real numbers. So
 * are processors of which nothing is known.
 *
 * @param cpuInfo The content of Linux's `/proc/cpuinfo`; absent elsewhere.
 */
export const overflowsInPairs = (cpuInfo: string | undefined): boolean => !exactInstructions.test(cpuInfo ?? '');

/** What Linux says of this machine's processors. */
export function cpuInfo(): string | undefined {
  return process.platform === 'linux' ? readFileSync('/proc/cpuinfo', 'utf8') : undefined;
}
