import type { View } from '../../engine/analysis.ts';
import type { ErrorCode } from '../../engine/errors/catalogue.ts';
import type { Language } from '../../engine/score/language.ts';
import type { NetworkId } from '../../models/registry.ts';
import type { AnalysisResult } from '../store/analysis-record.ts';

/** How a server's pictures are made. */
export interface PictureWishes {
  readonly blurFace: boolean;
  readonly slowMotion: boolean;
}

/** One analysis as a worker process is told of it. */
export interface AnalysisJob {
  readonly videoPath: string;
  readonly view: View;
  /** Of a back view: whether more than the pronation is asked for. */
  readonly fullBody: boolean;
  readonly heightM: number;
  readonly treadmill: boolean;
  readonly paceSPerKm: number | null;
  readonly language: Language;
  readonly network: NetworkId;
  /** Threads that run the network. */
  readonly threads: number;
  /** Folder of the pictures; the worker makes it. */
  readonly mediaDir: string;
  readonly output: { readonly videoPath: string; readonly thumbnailPath: string } & PictureWishes;
  /** Where that which was seen in every frame goes. */
  readonly frameDataPath: string;
  /** Where that which a person looks at goes. */
  readonly detailsPath: string;
  /** Where that which was read from the pictures goes. */
  readonly posesPath: string;
}

/** What the server says to a worker. */
export type ToWorker = { readonly type: 'run'; readonly job: AnalysisJob } | { readonly type: 'abort' };

/** What a worker says to the server. */
export type FromWorker =
  | { readonly type: 'progress'; readonly percentage: number }
  | { readonly type: 'done'; readonly result: AnalysisResult }
  /** The disk had no room for what the analysis makes. */
  | { readonly type: 'no room'; readonly message: string }
  /** `code` is null for an error that the engine has no code for. */
  | { readonly type: 'failed'; readonly code: ErrorCode | null; readonly message: string; readonly stack: string };
