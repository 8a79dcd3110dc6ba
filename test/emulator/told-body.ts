import type { SideViewAnalysisBody } from '../../server/contract/schemas/biomechanical-analysis.ts';
import type { FrameBody } from '../../server/contract/schemas/frame-data.ts';

/** The members of answers, events and controls that tests read. A body has those of its kind; what it lacks is undefined in fact. */
export interface ToldBody {
  readonly video_id: string;
  readonly subject_id: string;
  readonly status: string;
  readonly percentage: number;
  readonly reason: { readonly code: string };
  readonly thumbnail: string;
  readonly output_video: string;
  readonly biomechanical_analysis: SideViewAnalysisBody;
  readonly metrics: Readonly<Record<string, number>>;
  readonly pelvic_drop: { readonly left: { readonly peak: number } };
  readonly foot_landing: readonly { readonly pattern: string }[];
  readonly running_style: { readonly title: string };
  readonly total_score: number;
  readonly quality: { readonly warnings: readonly unknown[] };
  readonly frames: readonly FrameBody[];
  readonly analyses: readonly { readonly video_id: string; readonly status: string; readonly created_at: string }[];
  readonly code: string;
  readonly detail: readonly { readonly loc: readonly string[]; readonly msg: string }[];
  readonly event: string;
  readonly sequence: number;
  readonly now: string;
  readonly key: string;
  readonly snapshot_id: string;
  readonly requests: readonly { readonly status: number; readonly path: string; readonly at: string }[];
  readonly deliveries: readonly { readonly id: string }[];
  readonly scenarios: readonly { readonly name: string }[];
}
