/** What so many workers ended while all of them were at work: from when the last of them had begun until none waited any more. */
export interface Throughput {
  readonly workers: number;
  readonly analyses: number;
  readonly ms: number;
}

/** A worker whose cable was pulled while it ran an analysis. */
export interface Takeover {
  readonly leaseMs: number;
  /** From the cut until another worker began the analysis. */
  readonly tookMs: number;
  /** Whether the analysis ended well, once, by the other worker's run, and the first one's was refused. */
  readonly isClean: boolean;
  /** How the analysis and the first run ended. */
  readonly outcome: string;
}

export interface MachinesResult {
  readonly analysisMs: number;
  readonly single: Throughput;
  readonly many: Throughput;
  readonly takeovers: readonly Takeover[];
}

/** How much is measured. */
export interface MachinesPlan {
  readonly analysisMs: number;
  /** Analyses of each worker. */
  readonly perWorker: number;
  /** Leases, each of which a worker is cut off under once. */
  readonly leasesMs: readonly number[];
}

export const perSecond = ({ analyses, ms }: Throughput): number => analyses / (ms / 1000);
