import type { ConsoleContext } from '../console/console-context.ts';
import type { Unreadiness } from '../monitoring/readiness.ts';
import type { AnalysisStore, Run } from '../store/analysis-store.ts';
import type { FrameDataFile } from '../store/frame-data-file.ts';
import type { SubjectStore } from '../store/subject-store.ts';
import type { WebhookStore } from '../store/webhook-store.ts';
import type { Admission } from './admission.ts';
import type { FieldInspector } from './field-inspector.ts';
import type { MediaSource } from './media-source.ts';
import type { SignedLinks } from './signed-links.ts';
import type { VideoIntake } from './video-intake.ts';

/** Says whose a key is. */
export interface KeyOwners {
  /** The partner that a key belongs to; null when the key is unknown or revoked. */
  partnerOf(key: string): Promise<string | null>;
}

/** What the routes work with. They take time, ids and files from nowhere else. */
export interface ServerContext {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUID, version 4. */
  readonly newId: () => string;
  readonly analyses: Pick<AnalysisStore, 'add' | 'find' | 'list' | 'ownerOf'>;
  /** Deletes an analysis of a partner with all its files. @returns False when the partner has no such analysis. */
  readonly eraseAnalysis: (id: string, partnerId: string) => Promise<boolean>;
  readonly subjects: SubjectStore;
  readonly accounts: KeyOwners;
  readonly webhooks: Pick<WebhookStore, 'get' | 'save'>;
  /** Why events cannot be posted to an address; null when they can. */
  readonly webhookUrlRefusal: (url: string) => string | null;
  readonly videos: VideoIntake;
  /** What a run saw in each frame; null where that was not kept. */
  readonly frameData: (run: Run) => Promise<FrameDataFile | null>;
  readonly media: MediaSource;
  readonly links: Pick<SignedLinks, 'sign' | 'holds'>;
  /** Base of the media links without a slash at its end; null to take it from each request. */
  readonly publicUrl: string | null;
  /** Whether a failed analysis tells its reason, which the vendor's does not. */
  readonly tellReasons: boolean;
  /** Requests that a partner may send in a minute; null for any number. */
  readonly requestsPerMinute: number | null;
  /** Who may start another analysis; anybody where there is none. */
  readonly admission?: Pick<Admission, 'enter'>;
  /** Why requests should not be sent here now; null when they may. */
  readonly unreadiness: () => Promise<Unreadiness | null>;
  /** Called once an analysis waits. */
  readonly onQueued: (analysisId: string) => void;
  /** Shown the fields of every form and object that is read; none where unknown fields do not matter. */
  readonly inspectFields?: FieldInspector | undefined;
  /** What the console works with; there is no console where it is not given. */
  readonly console?: ConsoleContext | undefined;
}
