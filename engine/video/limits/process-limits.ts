/** What a process that opens a stranger's file may take. `null`: no limit. */
export interface ProcessLimits {
  /** Writable memory of its own, bytes. */
  readonly memoryBytes: number | null;
  /** Processor time of all its threads together, seconds. */
  readonly cpuS: number | null;
  /** From its start to its end, seconds. */
  readonly wallS: number | null;
  /** Largest file that it may write, bytes; 0 when it writes none. */
  readonly fileBytes: number;
  readonly openFiles: number;
  /** Whether it starts processes, which have limits of their own: these may then be wider than its own. */
  readonly startsOthers: boolean;
}

const mebibyte = 1024 * 1024;

/** Of a process that looks into a file and writes no other. */
const readsOnly = { wallS: null, fileBytes: 0, openFiles: 128, startsOthers: false } as const;
/** Ten times the longest that a clip within the contract's limits was seen to take. */
const clipCpuS = 900;

/**
 * A probe reads the packets and decodes one picture on one thread: 0.2 s and 130 MB for a phone's clip, 1.2 s and 420 MB for the
 * largest picture that is allowed (4096 x 4096, 10 bits).
 */
export const probeLimits: ProcessLimits = { ...readsOnly, memoryBytes: 1024 * mebibyte, cpuS: 8, wallS: 30 };

/** Decoding, with up to four threads that each take a picture ahead: 790 MB at 4096 x 4096. */
export const decodeLimits: ProcessLimits = { ...readsOnly, memoryBytes: 2048 * mebibyte, cpuS: clipCpuS };

/** Decoding, painting and encoding; the annotated video of the longest clip of noise is 150 MB. */
export const renderLimits: ProcessLimits = { ...decodeLimits, fileBytes: 512 * mebibyte };

/** Encodes pictures of ours, as many as the caller has: memory alone is limited. */
export const encodeLimits: ProcessLimits = { ...decodeLimits, cpuS: null, fileBytes: 16_384 * mebibyte };

/** Decodes, and runs a network on each thread: 1.8 GB with eight threads of the largest network, 0.5 GB with two of the smallest. */
export const poseLimits = (threads: number): ProcessLimits => ({
  ...readsOnly,
  memoryBytes: (1536 + 512 * threads) * mebibyte,
  cpuS: 4 * clipCpuS,
  // A network of the user's own is checked by a package of hundreds of modules, which are opened at once.
  openFiles: 1024,
});

/**
 * Holds no decoder: it reads a clip's first bytes by itself, starts the processes above and measures what they have found, 210 MB. It
 * goes on from clip to clip, so its processor time is limited by each analysis's deadline alone.
 */
export const analysisLimits: ProcessLimits = {
  memoryBytes: 1024 * mebibyte,
  cpuS: null,
  wallS: null,
  fileBytes: 512 * mebibyte,
  openFiles: 1024,
  startsOthers: true,
};
