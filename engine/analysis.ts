import type { BackPictures } from './back-pictures.ts';
import type { ShoeSpeed } from './belt/shoe-speed.ts';
import type { BackGait } from './gait/back/back-gait.ts';
import type { CameraRoll } from './gait/back/camera-roll.ts';
import type { Gait } from './gait/contact.ts';
import type { GroundLine } from './gait/ground-line.ts';
import type { TimeScale } from './gait/time-scale.ts';
import type { BackViewMetrics } from './metrics/back-view-metrics.ts';
import type { FrameAngles } from './metrics/frame-angles.ts';
import type { FrontalFrameAngles } from './metrics/frontal-frame-angles.ts';
import type { SideViewMetrics } from './metrics/side-view-metrics.ts';
import type { NetworkChoice } from './pose/custom/network-choice.ts';
import type { PoseSequence } from './pose/pose-sequence.ts';
import type { RuntimeId } from './pose/runtime/runtime-ids.ts';
import type { CrossCheck } from './quality/cross-check.ts';
import type { RearfootObservation } from './rearfoot/rearfoot-observation.ts';
import type { BackViewScore } from './score/back/back-view-score.ts';
import type { Language } from './score/language.ts';
import type { SideViewScore } from './score/side-view-score.ts';
import type { CameraMode, Tracks } from './tracks/tracks.ts';
import type { VideoSize } from './video/output-size.ts';
import type { VideoProbe } from './video/video.ts';

/** Where the camera stands: beside the runner, or behind. */
export type View = 'side' | 'back';

/** What a caller asks for. */
export interface AnalysisRequest<V extends View = View> {
  readonly videoPath: string;
  readonly view: V;
  /** Standing height, metres. */
  readonly heightM: number;
  readonly treadmill: boolean;
  /** Of a back view: whether more than the pronation is asked for; true by default. */
  readonly fullBody?: boolean;
  /** Pace the treadmill shows, seconds per kilometre; null overground. */
  readonly paceSPerKm: number | null;
  readonly language: Language;
  readonly network: NetworkChoice;
  /** What carries the network, ONNX Runtime by default. */
  readonly runtime?: RuntimeId | undefined;
  /** Threads that run the network, each on frames of its own; by default one a core, at most eight. */
  readonly threads?: number | undefined;
  /** Milliseconds from the start after which the analysis is given up. */
  readonly deadlineMs?: number | undefined;
  /** Where the annotated video and the thumbnail go; null to make neither. */
  readonly output: {
    readonly videoPath: string;
    readonly thumbnailPath: string;
    /** Largest size of the annotated video, `1080p` by default: larger clips are scaled down, never up to it. */
    readonly size?: VideoSize;
    /** Whether the runner's head is made unrecognisable in both; false by default. Others in the picture are not. */
    readonly blurFace?: boolean;
    /** Whether the sharpest full stride is shown once more after the clip, at a quarter of its speed; false by default. */
    readonly slowMotion?: boolean;
  } | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: AnalysisProgress) => void;
}

/** What is asked of a clip, beside how its pictures are read. */
export type AnalysisTerms = Required<
  Pick<AnalysisRequest, 'view' | 'heightM' | 'treadmill' | 'paceSPerKm' | 'fullBody' | 'language'>
>;

export type Stage = 'model' | 'probe' | 'pose' | 'metrics' | 'render';

export interface AnalysisProgress {
  readonly stage: Stage;
  /** Share of the whole analysis, 0 to 100, never falling. */
  readonly percentage: number;
  /** Of the stages that go frame by frame; null elsewhere. */
  readonly frames: FrameCount | null;
}

/** How many frames of how many a stage has done. */
export interface FrameCount {
  readonly done: number;
  readonly expected: number;
}

/** What every analysis knows of its clip. */
interface AnalysedClip {
  readonly video: VideoProbe;
  readonly pose: PoseSequence;
  readonly tracks: Tracks;
  readonly camera: CameraMode;
  /** Times of tracks, contacts and landings are the file's; durations among the metrics are the runner's. */
  readonly timeScale: TimeScale;
  /** Where the clip was cut, seconds of the file; its longest part without a cut is measured. */
  readonly cutsS: readonly number[];
}

/** Everything that an analysis of a runner seen from the side knows. */
export interface SideAnalysis extends AnalysedClip {
  readonly view: 'side';
  readonly ground: GroundLine;
  readonly gait: Gait;
  /** How fast standing shoes went with the belt, in the file's time; null where the pictures were not looked at for it. */
  readonly shoes: readonly ShoeSpeed[] | null;
  readonly metrics: SideViewMetrics;
  /** Of the length of the tracks. */
  readonly frameAngles: FrameAngles;
  readonly crossChecks: readonly CrossCheck[];
  readonly score: SideViewScore;
}

/** Everything that an analysis of a runner seen from behind knows. */
export interface BackAnalysis extends AnalysedClip {
  readonly view: 'back';
  /** How far the camera is turned about its line of sight; what it does to the angles is taken off. */
  readonly roll: CameraRoll;
  readonly gait: BackGait;
  /** What the measurements of pelvis and feet rest on. */
  readonly pictures: BackPictures;
  /** Lines of heels and lower legs, as in the pictures. */
  readonly feet: readonly RearfootObservation[];
  readonly metrics: BackViewMetrics;
  /** Of the length of the tracks. */
  readonly frameAngles: FrontalFrameAngles;
  readonly score: BackViewScore;
}

/** Everything that one analysis knows. */
export type Analysis = SideAnalysis | BackAnalysis;
